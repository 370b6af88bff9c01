"""One value read, or two compared, outside of any question: what the shell's `read` and `compare` do."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from claimcheck.compare.diagnoses import diagnose_values
from claimcheck.model.dossier import Dossier
from claimcheck.values.algebra import compare_values
from claimcheck.values.context import Context
from claimcheck.values.extents import Extents
from claimcheck.values.kind import JSON, Kind, find_kind, kind_names
from claimcheck.values.relation import Comparison
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import UnreadableError, Value

_NOTATIONS = ("words", "edtf")
_CALENDARS = ("gregorian", "julian", "rumi", "hijri", "republican")


@frozen(kw_only=True)
class Request:
    """How a value is to be read: what the shell's options or a JSON line say beside the text."""

    language: str = ""
    calendar: str = ""
    notation: str = "words"
    when: str = ""

    def changed_by(self, fields: Mapping[str, object]) -> Request:
        """Return the request with the fields of a JSON object laid over it; others are not its matter."""
        known: dict[str, str] = {}
        for name in ("language", "calendar", "notation", "when"):
            given = fields.get(name)
            if given is None:
                continue
            if not isinstance(given, str):
                raise UnreadableError(
                    f"{name!r} is {given!r}, not text", "write it in quotes", code="request-malformed"
                )
            known[name] = given
        return evolve(self, **known)


def find_kind_or_refuse(name: str) -> Kind:
    """Return the kind of this name; ValueError that lists the kinds there are."""
    kind = find_kind(name)
    if kind is None:
        raise ValueError(f"no kind of value {name!r}; there are {', '.join(kind_names())}")
    return kind


def context_for(request: Request, dossier: Dossier | None = None) -> Context:
    """Return the context that a request asks for; `UnreadableError` when it names what does not exist."""
    if request.notation not in _NOTATIONS:
        raise UnreadableError(
            f"no notation {request.notation!r}",
            f"there are {', '.join(_NOTATIONS)}",
            code="request-malformed",
        )
    if request.calendar and request.calendar not in _CALENDARS:
        raise UnreadableError(
            f"no calendar {request.calendar!r}",
            f"there are {', '.join(_CALENDARS)}",
            code="request-malformed",
        )
    context = Context(language=request.language, calendar=request.calendar, notation=request.notation)
    if dossier is not None:
        context = evolve(
            context,
            persons=dossier.person_register,
            places=dossier.place_register,
            bodies=dossier.body_register,
            tolerances=Tolerances(profile=dossier.profile),
        )
    if request.when:
        frame = find_kind_or_refuse("date").read(request.when, Context(notation="edtf")).readings[0].core
        context = evolve(context, when=frame.hull() if isinstance(frame, Extents) else None)
    return context


def read_text(kind: Kind, text: str, context: Context) -> Value:
    """Return what a text leaves possible; a kind that fails in its own way is told as unreadable too."""
    try:
        return kind.read(text, context)
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError(
            f"the kind {kind.name!r} failed on {text!r}: {error!r}",
            "tell the makers of the kind",
            code="kind-failed",
        ) from error


def read_value(kind: Kind, text: str, request: Request, dossier: Dossier | None = None) -> JSON:
    """Return the JSON answer of `claimcheck read` for one text. Nothing in the text raises."""
    try:
        context = context_for(request, dossier)
        value = read_text(kind, text, context)
    except UnreadableError as error:
        return {"kind": kind.name, "text": text, "ok": False, **_empty(kind), "problem": problem_json(error)}
    return {"kind": kind.name, "text": text, "ok": True, **kind.as_json(value, context), "problem": None}


def compare_texts(
    kind: Kind, a: str, b: str, requests: tuple[Request, Request], dossier: Dossier | None = None
) -> JSON:
    """Return the JSON answer of `claimcheck compare` for two texts. Nothing in the texts raises."""
    try:
        left = read_text(kind, a, context_for(requests[0], dossier))
        right = read_text(kind, b, context_for(requests[1], dossier))
    except UnreadableError as error:
        return {"kind": kind.name, "a": a, "b": b, "relation": None, "problem": problem_json(error)}
    return {"kind": kind.name, "a": a, "b": b, **comparison_json(kind.name, left, right), "problem": None}


def comparison_json(kind: str, a: Value, b: Value) -> JSON:
    """Return relation, rule, the narrower side, diagnoses and what is open of two values."""
    outcome: Comparison = compare_values(a, b)
    diagnoses = diagnose_values(kind, a, b) if outcome.relation.is_conflict else ()
    return {
        "relation": outcome.relation.value,
        "rule": outcome.rule,
        "narrower": outcome.narrower or None,
        "diagnoses": [
            {"code": each.code, "text": each.text, "confirm_by": each.confirm_by} for each in diagnoses
        ],
        "open": list(dict.fromkeys((*a.open, *b.open))),
    }


def problem_json(error: UnreadableError) -> JSON:
    """Return what made a text unreadable, for a JSON answer."""
    return {"code": error.code, "message": error.message, "hint": error.hint}


def _empty(kind: Kind) -> JSON:
    """Return the lists that an answer always has, empty."""
    return {("candidates" if kind.name in ("person", "place") else "readings"): [], "open": []}


def value_words(value: Value) -> str:
    """Return a value for the terminal: each reading's core, and its envelope where that is wider."""
    lines = []
    for reading in value.readings:
        under = ", ".join(f"{cause}: {choice}" for cause, choice in sorted(reading.under))
        lines.append(f"core      {reading.core}" + (f"   [{under}]" if under else ""))
        lines.append(f"envelope  {reading.envelope}")
    if value.scope:
        lines.append(f"scope     {value.scope}")
    lines.extend(f"open      {each}" for each in value.open)
    return "\n".join(lines)
