"""From the bytes of a file to its text, a map of it, and what was lost on the way; one module a format."""
