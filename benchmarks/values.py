"""Reading single values, against the packages that read such words best."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

from benchmarks.rows import Row, compare_texts
from benchmarks.texts import N_TEXTS, edtf_texts, quantities, worded_dates
from claimcheck.values.context import Context
from claimcheck.values.kind import find_kind
from claimcheck.values.value import Value

_N_WARM = 50
"""Texts that each reader reads before it is measured, so that its tables are loaded."""


def dates() -> Iterator[Row]:
    """Dates with their bounds: EDTF of all levels, and English words."""
    from edtf import parse_edtf, text_to_edtf

    def bounds(text: str) -> object:
        parsed = parse_edtf(text)
        return parsed.lower_strict(), parsed.upper_strict()

    def worded(text: str) -> object:
        written = text_to_edtf(text)
        return bounds(written) if written else None

    edtf, words = Context(notation="edtf"), Context(language="en")
    texts = edtf_texts(_N_WARM + N_TEXTS)
    _warm(texts[:_N_WARM], lambda text: _read("date", text, edtf), bounds)
    yield compare_texts(
        "read EDTF, levels 0 to 2",
        texts[_N_WARM:],
        lambda text: _read("date", text, edtf),
        "edtf: parse, strict bounds",
        bounds,
        times_faster=100,
    )
    texts = worded_dates(_N_WARM + 2 * N_TEXTS)
    _warm(texts[:_N_WARM], lambda text: _read("date", text, words), worded)
    yield compare_texts(
        "read worded dates",
        texts[_N_WARM : _N_WARM + N_TEXTS],
        lambda text: _read("date", text, words),
        "edtf: to EDTF, parse, strict bounds",
        worded,
        times_faster=100,
    )
    yield compare_texts(
        "read worded dates, language not stated",
        texts[_N_WARM + N_TEXTS :],
        lambda text: _read("date", text, Context()),
        "edtf: to EDTF only, no bounds",
        text_to_edtf,
    )


def amounts() -> Iterator[Row]:
    """Quantities in English, the language of which is stated or has to be found."""
    with warnings.catch_warnings():
        # It warns that its classifier is not installed; without one it reads the same words, faster.
        warnings.simplefilter("ignore")
        from quantulum3 import parser

    texts = quantities(_N_WARM + 2 * N_TEXTS)
    english, unstated = Context(language="en"), Context()
    _warm(texts[:_N_WARM], lambda text: _read("quantity", text, unstated), parser.parse)
    for name, context, part in (
        ("read quantities", english, texts[_N_WARM : _N_WARM + N_TEXTS]),
        ("read quantities, language not stated", unstated, texts[_N_WARM + N_TEXTS :]),
    ):

        def ours(text: str, context: Context = context) -> object:
            return _read("quantity", text, context)

        yield compare_texts(name, part, ours, "quantulum3: parse", parser.parse, times_faster=20)


def _read(kind: str, text: str, context: Context) -> Value:
    found = find_kind(kind)
    assert found is not None
    return found.read(text, context)


def _warm(texts: tuple[str, ...], *readers: object) -> None:
    for reader in readers:
        for text in texts:
            try:
                reader(text)  # type: ignore[operator]
            except Exception:  # noqa: BLE001, S112 - a refusal loads tables as well
                continue
