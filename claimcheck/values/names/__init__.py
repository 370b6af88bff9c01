"""Names of persons, places and bodies: matched by structure, three-valued, every match explained."""

from claimcheck.values.names.match import Candidate, match_name
from claimcheck.values.names.pair import Likeness, Outcome, compare_persons, compare_places

__all__ = ["Candidate", "Likeness", "Outcome", "compare_persons", "compare_places", "match_name"]
