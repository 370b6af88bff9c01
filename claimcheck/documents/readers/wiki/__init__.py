"""What the reader of wikitext consists of."""
