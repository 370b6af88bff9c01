"""Small pictures in SVG, drawn from values. Each has a table that tells the same."""
