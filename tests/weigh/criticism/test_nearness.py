"""How long after an event a source was made, with what is uncertain of both."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dossier.spans import read_span
from claimcheck.model.criticism import NEARNESS, RULE
from claimcheck.model.source import Form, Source
from claimcheck.values.span import Span
from claimcheck.weigh.criticism.nearness import Lag, lag_between, made_within

DAYS = st.integers(700_000, 700_040)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Up to forty days, now and then without an end."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Span(draw(st.sampled_from((first, None))), draw(st.sampled_from((last, None))))


@pytest.mark.parametrize(
    ("event", "source", "words", "grades"),
    [
        ("1919-05-25/1919-06-12", "1958", "39 years", "within-living-memory"),
        ("1919-05-25/1919-06-12", "1964", "45 years", "within-living-memory"),
        ("1920-02-05", "1920-02-05/1920-02-08", "0–3 days", "within-a-month"),
        ("1920-02-05", "1920-02-05", "on the same day", "within-a-month"),
        ("1920-02-05", "1920-02-06", "1 day", "within-a-month"),
        ("1920-02-05", "1920-05-01", "3 months", "within-a-year"),
        ("1920-02", "1921-06", "16 months", "within-a-generation"),
        ("1919", "1949/1950", "30–31 years", "within-a-generation within-living-memory"),
        ("1919", "../1973-04", "0–54 years", "within-a-month within-living-memory"),
        ("1919", "1924/..", "at least 5 years", "within-a-generation beyond-living-memory"),
        ("../1919", "1924", "at least 5 years", "within-a-generation beyond-living-memory"),
        ("1066", "1120", "54 years", "within-living-memory"),
        ("1066", "1188", "122 years", "beyond-living-memory"),
        ("1921-03-11/1921-03-20", "1921-03-12", "0–1 day", "within-a-month"),
    ],
)
def test_a_lag_in_words_and_grades(event: str, source: str, words: str, grades: str) -> None:
    """Days are told up to two months, months up to two years, then the years as one counts them."""
    lag = lag_between(read_span(event), read_span(source))

    assert lag is not None
    assert str(lag) == words
    assert " ".join(dict.fromkeys((lag.best, lag.worst))) == grades


@pytest.mark.parametrize(
    ("event", "source"), [("1919", "1918"), ("1919/..", "1920/.."), ("../1919", "../1919")]
)
def test_no_lag_is_guessed(event: str, source: str) -> None:
    """What was made before the event does not tell of it, and what nothing bounds has no lag."""
    assert lag_between(read_span(event), read_span(source)) is None


@given(spans(), spans())
def test_a_lag_holds_every_day_that_either_may_have(event: Span, source: Span) -> None:
    """For each day of the event, and each day of the source that is not before it, the lag has room."""
    lag = lag_between(event, source)
    event_days = _days(event)
    pairs = [(a, b) for a, b in product(event_days, _days(source)) if b >= a]
    if lag is None:
        assert not pairs or (event.first is None or source.last is None)
        return
    least = 0 if lag.least is None else lag.least[1] - lag.least[0]

    assert all(least <= b - a for a, b in pairs)
    assert lag.most is None or all(b - a <= lag.most[1] - lag.most[0] for a, b in pairs)
    assert RULE[NEARNESS].rank(lag.best) <= RULE[NEARNESS].rank(lag.worst)


def _days(span: Span) -> range:
    first = 700_000 - 5 if span.first is None else span.first
    last = 700_040 + 5 if span.last is None else span.last
    return range(first, last + 1)


pairs_of_days = st.none() | st.tuples(DAYS, st.integers(0, 40)).map(lambda pair: (pair[0], sum(pair)))
lags = st.builds(Lag, least=pairs_of_days, most=pairs_of_days)


@given(lags, lags, lags)
def test_lags_join_in_any_order(a: Lag, b: Lag, c: Lag) -> None:
    """The lag of a side does not hang on the order of its attestations."""
    assert a.join(b) == b.join(a)
    assert a.join(b).join(c) == a.join(b.join(c))
    assert a.join(a) == a


@pytest.mark.parametrize(
    ("form", "made", "expected"),
    [
        (Form.NARRATIVE, None, "1958-01-01/1958-12-31"),
        (Form.UNSTATED, None, "1958-01-01/1958-12-31"),
        (Form.RELIC, None, "../1958-12-31"),
        (Form.MIXED, None, "../1958-12-31"),
        (Form.RELIC, "1920-04-26", "1920-04-26"),
    ],
)
def test_an_edition_tells_only_by_when_a_relic_was_there(form: Form, made: str | None, expected: str) -> None:
    """A letter printed in 1958 was written by then; when it was `made` is for the dossier to say."""
    source = Source(
        id="s", form=form, issued_span=read_span("1958"), made_span=read_span(made) if made else None
    )

    assert made_within(source) == read_span(expected.replace("1958-01-01/1958-12-31", "1958"))
    assert made_within(Source(id="undated", form=form)) is None
