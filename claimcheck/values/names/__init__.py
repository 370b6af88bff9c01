"""Names of persons, places and bodies: matched by structure, three-valued, every match explained."""

from claimcheck.values.names.match import Candidate, match_name

__all__ = ["Candidate", "match_name"]
