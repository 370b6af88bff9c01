"""
How well quotations are found and judged, and how fast, in texts whose damage is known.

Prose of our own is printed with the damage of bad scans; what stands where is known, and so is each
quotation that does not stand there, or not so.
"""
