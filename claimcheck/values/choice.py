"""Choices: answers of a declared list, some of which may hold together."""

from __future__ import annotations

import re
from itertools import combinations

from attrs import field, frozen

from claimcheck.values.context import Context, Option, Options
from claimcheck.values.folding import fold
from claimcheck.values.kind import JSON
from claimcheck.values.region import Region
from claimcheck.values.value import UnreadableError, Value, exactly

_OR = re.compile(r"\s+or\s+|\s*\|\s*")
_AND = re.compile(r"\s+and\s+|\s*\+\s*")
_ON_SCALE = re.compile(r"(at least|at most|not before|not beyond|from|up to)\s+(.+)", re.IGNORECASE)
_NO_LIST = "no list of options is given: different words are taken to exclude one another"
_UPWARD = ("at least", "not before", "from")


@frozen
class Combinations(Region):
    """
    The combinations of options that hold all of one of the `alternatives`.

    The points of a choice are the sets of options that are compatible with one another (cliques): with
    no compatible pairs each option stands alone. So "signed" is every combination with `signed` in it.
    """

    alternatives: frozenset[frozenset[str]] = field()
    compatible: frozenset[frozenset[str]] = field(default=frozenset(), eq=False, kw_only=True)
    every: frozenset[str] = field(default=frozenset(), eq=False, kw_only=True)
    words: str = field(default="", eq=False, kw_only=True)

    @alternatives.validator
    def _possible(self, _field: object, alternatives: frozenset[frozenset[str]]) -> None:
        if not any(self._is_clique(options) for options in alternatives):
            raise ValueError("no combination of options fits")

    def _is_clique(self, options: frozenset[str]) -> bool:
        return all(frozenset(pair) in self.compatible for pair in combinations(sorted(options), 2))

    def meets(self, other: Combinations) -> bool:
        """Tell whether some combination lies in both regions."""
        return any(
            self._is_clique(mine | theirs) for mine in self.alternatives for theirs in other.alternatives
        )

    def within(self, other: Combinations) -> bool:
        """Tell whether every combination of this region lies in the other."""
        # The smallest combination with `mine` in it is `mine` itself, and larger ones hold whatever it holds.
        return all(
            any(theirs <= mine for theirs in other.alternatives)
            for mine in self.alternatives
            if self._is_clique(mine)
        )

    def bears_on(self, denied: Combinations) -> bool:
        """
        Tell whether something that the words ask for lies in the denied region.

        "Signed" leaves room for "signed and ratified", but does not ask for it: it goes with "not ratified".
        """
        return any(
            theirs <= mine
            for mine in self.alternatives
            if self._is_clique(mine)
            for theirs in denied.alternatives
        )

    def exhausts_with(self, other: Combinations) -> bool:
        """Tell whether every option of the list lies in one of the two regions."""
        needed = self.alternatives | other.alternatives
        return bool(self.every) and all(
            any(options <= {option} for options in needed) for option in self.every
        )

    def key(self) -> str:
        """Return the alternatives by the ids of their options."""
        return " or ".join(sorted(" and ".join(sorted(each)) for each in self.alternatives))

    def denied(self) -> str:
        """Return in words what a denial leaves: none of the alternatives."""
        return f"not {self}" if len(self.alternatives) == 1 else f"none of: {self}"

    def __str__(self) -> str:
        return self.words or self.key()


class Choice:
    """The kind of answers from a declared list, with an optional scale and declared compatible pairs."""

    name = "choice"
    about = "one or more options of a declared list"

    def read(self, text: str, context: Context) -> Value:
        """
        Return the combinations that the words leave: options by id or label, `or`, `and`, and, where
        the list is a scale, `at least` and `at most`.
        """
        options = context.options
        if not text.strip():
            raise UnreadableError("the value is empty", "write an option of the question's list")
        alternatives = frozenset(
            choice for part in _split(text, _OR, options) for choice in _alternatives(part, options)
        )
        every = frozenset(option.id for option in options.options)
        try:
            core = Combinations(
                alternatives, compatible=options.compatible, every=every, words=_words(alternatives, options)
            )
        except ValueError:
            raise UnreadableError(
                f"the options of {text!r} cannot hold together",
                "declare the pair under `compatible`, or join the options with 'or'",
            ) from None
        return Value(
            kind=self.name, text=text, readings=(exactly(core),), open=() if options else (_NO_LIST,)
        )

    def as_json(self, value: Value, context: Context) -> JSON:
        """Return `readings`, each a list of alternatives, each a list of option ids; and `open`."""
        del context
        return {
            "readings": [_region_json(reading.core) for reading in value.readings],
            "open": list(value.open),
        }


def _region_json(region: Region) -> JSON:
    if not isinstance(region, Combinations):
        raise TypeError(f"not a choice: {region!r}")
    alternatives = sorted(sorted(each) for each in region.alternatives)
    return {"core": alternatives, "envelope": alternatives}


def _split(text: str, separator: re.Pattern[str], options: Options) -> list[str]:
    # An option's own label may hold "or": the whole text is tried before it is cut.
    return [text] if _find(text, options) else [part for part in separator.split(text.strip()) if part]


def _alternatives(text: str, options: Options) -> list[frozenset[str]]:
    on_scale = _ON_SCALE.fullmatch(text.strip())
    if on_scale and options and not _find(text, options):
        return [frozenset((option.id,)) for option in _reach(on_scale[1].lower(), on_scale[2], options)]
    parts = _split(text, _AND, options)
    if not parts:
        raise UnreadableError("the value is empty", "write an option of the question's list")
    return [frozenset(_option(part, options).id for part in parts)]


def _reach(direction: str, text: str, options: Options) -> list[Option]:
    bound = _option(text, options)
    if bound.rank is None:
        raise UnreadableError(
            f"{direction!r} needs a scale, and the options of this question are none",
            "add `scale: yes` to the question when its options stand in rising order",
        )
    upward = direction in _UPWARD
    return [
        option
        for option in options.options
        if option.rank is not None and (option.rank >= bound.rank if upward else option.rank <= bound.rank)
    ]


def _option(text: str, options: Options) -> Option:
    found = _find(text, options)
    if found is not None:
        return found
    if not options:
        return Option(id=fold(text), label=text.strip())
    known = ", ".join(option.id for option in options.options)
    raise UnreadableError(f"{text.strip()!r} is not an option of the question", f"the options are: {known}")


def _find(text: str, options: Options) -> Option | None:
    wanted = fold(text)
    return next(
        (option for option in options.options if wanted in (fold(option.id), fold(option.label))),
        None,
    )


def _words(alternatives: frozenset[frozenset[str]], options: Options) -> str:
    labels = {option.id: option.label for option in options.options}
    order = {option.id: place for place, option in enumerate(options.options)}
    ranked = sorted(alternatives, key=lambda each: sorted((order.get(option, 0), option) for option in each))
    return " or ".join(" and ".join(sorted(labels.get(option, option) for option in each)) for each in ranked)


KIND = Choice()
