"""Damage of a text that shows in the text itself: offered to the historian, never mended."""

from claimcheck.documents.health.examination import Ailment, Sign, health

__all__ = ["Ailment", "Sign", "health"]
