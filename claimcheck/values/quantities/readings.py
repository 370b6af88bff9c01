"""Every admissible reading of a quantity: by language, habit of print, scale, unit, elided zeros."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.values.context import Context
from claimcheck.values.intervals import Numbers, Run, union
from claimcheck.values.quantities.figures import STYLES, double_marks, has_idle_decimals
from claimcheck.values.quantities.languages import Spoken, has_words, languages_of
from claimcheck.values.quantities.lexicon import LANGUAGES, lexicon
from claimcheck.values.quantities.measured import Measured
from claimcheck.values.quantities.sentence import Sentence, parse
from claimcheck.values.quantities.units import Unit
from claimcheck.values.scope import Facet
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import Reading, UnreadableError

# "billion" and its like in the languages where the word has had both values.
_TWO_SCALED = re.compile(r"\b[bt]r?illion|биллион", re.IGNORECASE)
_STYLE_SAYS = {"english": "1,234.5", "continental": "1.234,5"}
_OPEN_SAYS = {
    "separator": "whether the mark divides thousands or begins the decimals",
    "scale": "whether the short or the long scale is meant",
    "unit": "which unit of that name is meant",
    "elision": "whether the first number lacks the zeros of the second",
    "language": "which language the words are in",
}
_CAUSES = ("separator", "scale", "unit", "elision")
_HINT = "write for example 3,500 / some 3,000 men / over 20,000 / between two and three thousand / two dozen"


class Readings(NamedTuple):
    """What a quantity's words come to: readings in base units, the facets they state, what is open."""

    readings: tuple[Reading, ...]
    facets: tuple[Facet, ...]
    open: tuple[str, ...]


class _Variant(NamedTuple):
    core: Numbers
    envelope: Numbers
    choices: dict[str, str]

    def is_like(self, other: _Variant) -> bool:
        """Tell whether both assert and tolerate the same."""
        return self.core == other.core and self.envelope == other.envelope


class _Parse(NamedTuple):
    style: str
    language: str
    sentence: Sentence


def read_quantity(text: str, context: Context) -> Readings:
    """Return every admissible reading of the words; raise `UnreadableError` when they give no number."""
    stated = context.language.partition("-")[0].lower()
    parsed = _understood(text, stated, context.tolerances)
    language, sentence = next(iter(parsed.sentences.items()))
    is_settled = _is_settled(text, parsed, stated)
    only = _only_reading(sentence) if is_settled else None
    if only is not None:
        return Readings((only,), sentence.subject.facets, sentence.subject.notes)
    if is_settled:
        choices = {"separator": "", "scale": "", "language": language}
        readings, varying = _distinct(list(_of_sentence(sentence, choices)))
    else:
        readings, varying = _distinct(list(_variants(text, parsed, stated, context)))
    notes = [*(_note(cause, readings) for cause in varying), *sentence.subject.notes]
    return Readings(readings, sentence.subject.facets, tuple(notes))


class _Parsed(NamedTuple):
    """
    What a text says in each language that may be its own, in the language's own habit of print.

    `languages` has also those that read it alike but for their habit of print.
    """

    sentences: dict[str, Sentence]
    languages: tuple[str, ...]


def _understood(text: str, stated: str, tolerances: Tolerances) -> _Parsed:
    """Return the parses in the languages that know most of the words, the stated one alone if it is one."""
    refusal: UnreadableError | None = None
    for spoken in languages_of(text, stated):
        sentences: dict[str, Sentence] = {}
        for language in spoken:
            try:
                sentence = parse(
                    text, language, lexicon(language).style, is_long=False, tolerances=tolerances
                )
            except UnreadableError as error:
                refusal = refusal or error
                continue
            if sentence is not None:
                sentences[language] = sentence
        if sentences:
            return _best(sentences, spoken, stated)
        if refusal is not None:
            # Who knows the words best says what is wrong with them; others would take them for nouns.
            raise refusal
    raise _nothing_read(text)


def _best(sentences: dict[str, Sentence], spoken: Spoken, stated: str) -> _Parsed:
    if len(sentences) > 1:
        most = max(sentence.n_known() for sentence in sentences.values())
        best = {language: each for language, each in sentences.items() if each.n_known() == most}
        sentences = {stated: best[stated]} if stated in best else best
    return _Parsed(sentences, tuple([other for language in sentences for other in spoken[language]]))


def _nothing_read(text: str) -> UnreadableError:
    if text.lower().startswith("not "):
        return UnreadableError(
            f"no number is read in {text!r}", hint="give the value without 'not', and `stance: denies`"
        )
    return UnreadableError(f"no number is read in {text!r}", hint=_HINT)


def _variants(text: str, parsed: _Parsed, stated: str, context: Context) -> Iterator[_Variant]:
    marked = double_marks(text)
    is_two_scaled = _is_two_scaled(text)
    # "billion" may stand on either scale; America has only ever used the short one.
    is_open = is_two_scaled and context.language.lower() != "en-us"
    for scale in ("short", "long") if is_open else ("short",):
        own = [
            _Parse(lexicon(language).style, language, sentence)
            for language, sentence in parsed.sentences.items()
        ]
        # Where the other habit of print alone was left, and makes no sense of the text, their own counts.
        parses = list(_styled(text, parsed, marked, stated, scale, context.tolerances)) or own
        for style, language, sentence in _settled(parses):
            # A German Billion is the long one whatever is asked.
            spoken = "long" if is_two_scaled and lexicon(language).speaks_long else scale
            choices = {"separator": _STYLE_SAYS[style], "scale": spoken, "language": language}
            yield from _of_sentence(sentence, choices)


def _is_settled(text: str, parsed: _Parsed, stated: str) -> bool:
    """
    Tell whether one language's own habit of print is the only one to read in, as for most texts.

    It tells what `_styles` and `_settled` would come to, and saves both.
    """
    if len(parsed.sentences) > 1 or _is_two_scaled(text):
        return False
    ((language, sentence),) = parsed.sentences.items()
    is_open = sentence.subject.counted.is_whole and sentence.phrase.is_decimal
    if stated == language and not is_open:
        return True
    if not double_marks(text):
        return True
    if is_open or stated in LANGUAGES or len(parsed.languages) > 1:
        return False
    return lexicon(language).style == STYLES[0] and has_words(text)


def _is_two_scaled(text: str) -> bool:
    small = text.lower()
    return ("ll" in small or "лл" in small) and _TWO_SCALED.search(text) is not None


def _only_reading(sentence: Sentence) -> Reading | None:
    """Return the one reading of a sentence in which nothing is open, or None."""
    phrase, units = sentence.phrase, sentence.subject.units
    if len(phrase.reaches) > 1 or phrase.elided or len(units) > 1:
        return None
    unit = units[0] if units else None
    reach = phrase.reaches[0].times(unit.factor) if unit else phrase.reaches[0]
    core = _told((reach.core.run(),), unit, sentence)
    if reach.envelope is reach.core:
        return Reading(core=core, envelope=core)
    return Reading(core=core, envelope=_told((reach.envelope.run(),), unit, sentence))


def _styled(
    text: str, parsed: _Parsed, marked: list[str], stated: str, scale: str, tolerances: Tolerances
) -> Iterator[_Parse]:
    """Yield the parses in every language under every habit of print that is possible for the text."""
    has_parts = any(
        each.subject.counted.is_whole and each.phrase.is_decimal for each in parsed.sentences.values()
    )
    for style in _styles(text, parsed.languages, marked, stated, has_parts=has_parts):
        for language, sentence in parsed.sentences.items():
            if scale == "short" and (style == lexicon(language).style or not marked):
                yield _Parse(style, language, sentence)
                continue
            again = _parse_again(text, language, style, scale, tolerances)
            if again is not None:
                yield _Parse(style, language, again)


def _parse_again(text: str, language: str, style: str, scale: str, tolerances: Tolerances) -> Sentence | None:
    """Return the parse under another habit; one that makes no sense of the text is no reading of it."""
    try:
        return parse(text, language, style, is_long=scale == "long", tolerances=tolerances)
    except UnreadableError:
        return None


def _styles(
    text: str, languages: tuple[str, ...], marked: list[str], stated: str, *, has_parts: bool
) -> tuple[str, ...]:
    """Return the habits of print to read in. With `has_parts`, the language's own makes parts of wholes."""
    own = lexicon(languages[0]).style
    if not marked:
        return (own,)
    if has_parts:
        # What comes in wholes has no decimals, whatever the language: the other habit is tried.
        return (own, *(style for style in STYLES if style != own))
    if stated in LANGUAGES:
        return tuple(dict.fromkeys(lexicon(language).style for language in (stated, *languages)))
    if all(has_idle_decimals(figure) for figure in marked):
        return STYLES[:1]
    if not has_words(text):
        return STYLES
    return tuple(dict.fromkeys(lexicon(language).style for language in languages))


def _settled(parses: list[_Parse]) -> list[_Parse]:
    """Return the parses that what is counted allows: of men and guns, those without decimals if any are."""
    if not any(parse.sentence.subject.counted.is_whole for parse in parses):
        return parses
    whole = [parse for parse in parses if not parse.sentence.phrase.is_decimal]
    return whole or parses[:1]


def _of_sentence(sentence: Sentence, choices: dict[str, str]) -> Iterator[_Variant]:
    printed = [("as printed", sentence.phrase.reaches)]
    if sentence.phrase.elided:
        printed.append(("thousands", sentence.phrase.elided))
    units = sentence.subject.units or (None,)
    for elision, reaches in printed:
        for unit in units:
            in_base = [reach.times(unit.factor) for reach in reaches] if unit else reaches
            yield _Variant(
                core=_told(union([reach.core.run() for reach in in_base]), unit, sentence),
                envelope=_told(union([reach.envelope.run() for reach in in_base]), unit, sentence),
                choices={**choices, "elision": elision, "unit": unit.id if unit else ""},
            )


def _told(runs: tuple[Run, ...], unit: Unit | None, sentence: Sentence) -> Numbers:
    """Return the numbers with the unit to tell them in: as printed, or by name where the word is shared."""
    if unit is None:
        return Numbers(runs)
    words = sentence.subject.unit_text if len(sentence.subject.units) == 1 else unit.id.replace("-", " ")
    return Measured(runs, words, unit.factor)


def _distinct(variants: list[_Variant]) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """Return the readings that differ, with the causes that tell them apart, in a fixed order."""
    if len(variants) == 1:
        return (Reading(core=variants[0].core, envelope=variants[0].envelope),), ()
    kept: list[_Variant] = []
    for variant in variants:
        # There are few of them, and a number takes longer to be hashed than to be compared with all.
        if not any(variant.is_like(other) for other in kept):
            kept.append(variant)
    varying = tuple([cause for cause in _CAUSES if len({each.choices[cause] for each in kept}) > 1])
    if len({tuple(variant.choices[cause] for cause in varying) for variant in kept}) < len(kept):
        # The words themselves mean two things in two languages, or in two habits of one.
        varying = (*varying, "language")
    readings = tuple(
        Reading(
            core=variant.core,
            envelope=variant.envelope,
            under=frozenset((cause, variant.choices[cause]) for cause in varying),
        )
        for variant in kept
    )
    return readings, varying


def _note(cause: str, readings: tuple[Reading, ...]) -> str:
    if cause == "unit":
        choices = sorted({dict(reading.under)[cause] for reading in readings})
        return f"{_OPEN_SAYS[cause]}: {' or '.join(choices)}"
    return f"{_OPEN_SAYS[cause]}: {' or '.join(dict.fromkeys(str(reading.core) for reading in readings))}"
