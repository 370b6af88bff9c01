"""Attestations in; relations, claims, conflicts, findings and coverage out."""
