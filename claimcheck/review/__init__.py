"""Decisions of reviewers: the ledger they are kept in, how they stand, and how they travel."""
