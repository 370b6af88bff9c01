"""Occurrences: something happened, or it did not."""

from __future__ import annotations

from claimcheck.values.context import Context
from claimcheck.values.folding import fold
from claimcheck.values.kind import JSON
from claimcheck.values.points import Points
from claimcheck.values.value import UnreadableError, Value, exactly

HAPPENED = "happened"
DID_NOT_HAPPEN = "did not happen"

_BOTH = frozenset((HAPPENED, DID_NOT_HAPPEN))
_WORDS = {
    HAPPENED: HAPPENED,
    "it happened": HAPPENED,
    "yes": HAPPENED,
    "true": HAPPENED,
    DID_NOT_HAPPEN: DID_NOT_HAPPEN,
    "it did not happen": DID_NOT_HAPPEN,
    "did not": DID_NOT_HAPPEN,
    "never happened": DID_NOT_HAPPEN,
    "no": DID_NOT_HAPPEN,
    "false": DID_NOT_HAPPEN,
}


class Occurrence:
    """The kind of what happened or did not. The two answers are a closed list."""

    name = "occurrence"
    about = "whether something happened"

    def read(self, text: str, context: Context) -> Value:
        """Return one of the two answers; the stance of the attestation stands apart from it."""
        del context
        answer = _WORDS.get(fold(text))
        if answer is None:
            raise UnreadableError(
                f"{text!r} does not say whether it happened",
                f"write '{HAPPENED}' or '{DID_NOT_HAPPEN}'",
            )
        core = Points.of((answer,), answer, every=_BOTH)
        return Value(kind=self.name, text=text, readings=(exactly(core),))

    def as_json(self, value: Value, context: Context) -> JSON:
        """Return `readings` with `core` and `envelope` as lists of answers, and `open`."""
        del context
        readings = [{"core": [str(each.core)], "envelope": [str(each.envelope)]} for each in value.readings]
        return {"readings": readings, "open": list(value.open)}


KIND = Occurrence()
