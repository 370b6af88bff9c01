"""What a balance hangs on: the smallest sets of things whose fall would tip it."""
