"""The report as a page: one file that needs nothing else, for a screen, a phone, paper or a screen reader."""
