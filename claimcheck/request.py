"""How a single value is to be read, outside of any question: what the shell's options or a JSON line say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve, fields, frozen

from claimcheck.values.context import Context, Option, Options
from claimcheck.values.extents import Extents
from claimcheck.values.folding import fold
from claimcheck.values.kind import find_kind
from claimcheck.values.span import Span
from claimcheck.values.tolerances import DEFAULT_PROFILE, Tolerances, profile_names
from claimcheck.values.value import UnreadableError

if TYPE_CHECKING:
    from claimcheck.model.dossier import Dossier

_NOTATIONS = ("words", "edtf")
_CALENDARS = ("gregorian", "julian", "rumi", "hijri", "republican")


@frozen(kw_only=True)
class Request:
    """
    What stands beside the text. An empty field is not stated.

    `when` (the time frame) and `day` (what "the following day" counts from) are in EDTF, `place` is a
    name, `options` the closed list of a choice.
    """

    language: str = ""
    calendar: str = ""
    notation: str = "words"
    when: str = ""
    day: str = ""
    place: str = ""
    profile: str = ""
    options: tuple[str, ...] = ()

    def changed_by(self, given: Mapping[str, object]) -> Request:
        """
        Return the request with the fields of a JSON object laid over it; others are not its matter.

        `UnreadableError` when one of ours is of another type.
        """
        known: dict[str, str | tuple[str, ...]] = {}
        for name in (each.name for each in fields(Request)):
            value = given.get(name)
            if value is None:
                continue
            if name == "options":
                known[name] = _texts(name, value)
            elif isinstance(value, str):
                known[name] = value
            else:
                raise _malformed(f"{name!r} is {value!r}, not text", "write it in quotes")
        return evolve(self, **known)  # type: ignore[arg-type]  # each has the type of its field


def _texts(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise _malformed(f"{name!r} is {value!r}, not a list of texts", 'write it as ["drafted", "signed"]')
    return tuple(value)


def context_for(request: Request, dossier: Dossier | None = None) -> Context:
    """Return the context that a request asks for; `UnreadableError` when it names what does not exist."""
    _check_named("notation", request.notation, _NOTATIONS)
    _check_named("calendar", request.calendar, ("", *_CALENDARS))
    _check_named("profile", request.profile, ("", *profile_names()))
    context = Context(
        language=request.language,
        calendar=request.calendar,
        notation=request.notation,
        when=_span(request.when),
        day=_span(request.day),
        place=request.place,
        options=_options(request.options),
    )
    profile = request.profile or (dossier.profile if dossier else DEFAULT_PROFILE.profile)
    context = evolve(context, tolerances=Tolerances(profile=profile))
    if dossier is None:
        return context
    declared = dossier.place_register.declared(request.place, context.when) if request.place else ()
    return evolve(
        context,
        persons=dossier.person_register,
        places=dossier.place_register,
        bodies=dossier.body_register,
        place=declared[0].id if len(declared) == 1 else request.place,
    )


def _check_named(what: str, name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        raise _malformed(f"no {what} {name!r}", f"there are {', '.join(filter(None, known))}")


def _malformed(message: str, hint: str) -> UnreadableError:
    return UnreadableError(message, hint, code="request-malformed")


def _span(edtf: str) -> Span | None:
    if not edtf:
        return None
    kind = find_kind("date")
    assert kind is not None  # noqa: S101 - one of our own nine
    region = kind.read(edtf, Context(notation="edtf")).readings[0].core
    return region.hull() if isinstance(region, Extents) else None


def _options(labels: tuple[str, ...]) -> Options:
    options = tuple(Option(id=label.strip(), label=label.strip()) for label in labels)
    folded = [fold(option.id) for option in options]
    if not all(folded) or len(set(folded)) < len(folded):
        raise _malformed(
            f"the options {', '.join(labels)!r} are not distinct words", "write each of them once"
        )
    return Options(options=options)
