"""Anchor receipts: what was found of each quotation, for when its file is absent or has changed."""
