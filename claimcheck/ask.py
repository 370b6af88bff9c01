"""One value read, or two compared, outside of any question: what the shell's `read` and `compare` do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.request import Request, context_for
from claimcheck.values.context import Context
from claimcheck.values.kind import JSON, Kind, find_kind, kind_names
from claimcheck.values.relation import Relation
from claimcheck.values.value import UnreadableError, Value

if TYPE_CHECKING:
    # Comparing is imported where something is compared: reading one value needs none of it.
    from claimcheck.model.dossier import Dossier


def find_kind_or_refuse(name: str) -> Kind:
    """Return the kind of this name; ValueError that lists the kinds there are."""
    kind = find_kind(name)
    if kind is None:
        raise ValueError(f"no kind of value {name!r}; there are {', '.join(kind_names())}")
    return kind


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
        return unread(kind, text, error)
    return {"kind": kind.name, "text": text, "ok": True, **kind.as_json(value, context), "problem": None}


_NOTHING: dict[str, JSON] = {
    "person": {"candidates": []},
    "place": {"candidates": []},
    "quantity": {"readings": [], "unit": None, "counted": None},
    "order": {"readings": [], "unit": "day"},
}


def unread(kind: Kind, text: str | None, error: UnreadableError) -> JSON:
    """Return the answer to a text that could not be read: every key of an answer, with nothing in it."""
    own = _NOTHING.get(kind.name, {"readings": []})
    return {"kind": kind.name, "text": text, "ok": False, **own, "open": [], "problem": problem_json(error)}


def compare_texts(
    kind: Kind, a: str, b: str, requests: tuple[Request, Request], dossier: Dossier | None = None
) -> JSON:
    """Return the JSON answer of `claimcheck compare` for two texts. Nothing in the texts raises."""
    try:
        context = context_for(requests[0], dossier)
        left = read_text(kind, a, context)
        right = read_text(kind, b, context_for(requests[1], dossier))
        if _is_unregistered(kind, dossier):
            from claimcheck.values.names.unregistered import side_by_side

            left, right = side_by_side(left, right)
    except UnreadableError as error:
        return uncompared(kind, a, b, error)
    return {
        "kind": kind.name,
        "a": a,
        "b": b,
        **comparison_json(kind.name, left, right, context),
        **_identity(kind.name, left, right, is_unregistered=_is_unregistered(kind, dossier)),
        "problem": None,
    }


def _identity(kind: str, a: Value, b: Value, *, is_unregistered: bool) -> JSON:
    """
    Return whether two names have one bearer: same, different or undetermined; nothing for other kinds.

    Without a register the names alone tell; with one, whom they mean.
    """
    if kind not in ("person", "place"):
        return {}
    if is_unregistered:
        from claimcheck.values.names.unregistered import verdict

        return {"identity": verdict(kind, a.text, b.text)}
    from claimcheck.values.algebra import compare_values

    verdicts = {Relation.AGREES: "same", Relation.NECESSARY_CONFLICT: "different"}
    return {"identity": verdicts.get(compare_values(a, b).relation, "undetermined")}


def _is_unregistered(kind: Kind, dossier: Dossier | None) -> bool:
    """Tell whether the kind is one of names and there is nothing to look them up in."""
    if dossier is None:
        return kind.name in ("person", "place")
    registers = {"person": dossier.person_register, "place": dossier.place_register}
    return kind.name in registers and not registers[kind.name]


def uncompared(kind: Kind, a: object, b: object, error: UnreadableError) -> JSON:
    """Return the answer to two texts that could not be compared: every key, with nothing in it."""
    nothing: JSON = {"relation": None, "rule": None, "narrower": None, "diagnoses": [], "open": []}
    if kind.name in ("person", "place"):
        nothing["identity"] = None
    return {"kind": kind.name, "a": a, "b": b, **nothing, "problem": problem_json(error)}


def comparison_json(kind: str, a: Value, b: Value, context: Context) -> JSON:
    """Return relation, rule, the narrower side, diagnoses and what is open of two values."""
    from claimcheck.compare.diagnoses import diagnose_values
    from claimcheck.values.algebra import compare_values

    outcome = compare_values(a, b)
    return {
        "relation": outcome.relation.value,
        "rule": outcome.rule,
        "narrower": outcome.narrower or None,
        "diagnoses": [
            {
                "code": each.code,
                "text": each.text,
                "confirm_by": each.confirm_by,
                "chance": str(each.by_chance) if each.by_chance else None,
            }
            for each in diagnose_values(kind, a, b, outcome, context)
        ],
        "open": list(dict.fromkeys((*a.open, *b.open))),
    }


def problem_json(error: UnreadableError) -> JSON:
    """Return what made a text unreadable, for a JSON answer."""
    return {"code": error.code, "message": error.message, "hint": error.hint}


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
