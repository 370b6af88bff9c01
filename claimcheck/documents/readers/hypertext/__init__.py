"""What HTML and the chapters of an EPUB have in common."""
