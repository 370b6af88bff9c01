"""How words and figures say how many: tokens, numbers, bounds, units, and what is counted."""
