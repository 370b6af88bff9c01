"""Derivations in; independent lines out, and agreement that is only an echo."""
