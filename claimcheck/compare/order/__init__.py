"""The network of all dates and orders, and the loops in it that nothing can satisfy."""
