"""The JSON Schema and the reader: one declaration, the same structures accepted and refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claimcheck.data import read_data
from claimcheck.dossier.format import FILES
from claimcheck.dossier.nodes import Fields
from claimcheck.dossier.problems import Collector, Page
from claimcheck.dossier.reader import read_nodes
from claimcheck.dossier.schema import dossier_schema, main, schema_text
from claimcheck.dossier.shape import Choice, Either, ListOf, Record, Shape, Words, YesNo

VALIDATOR = Draft202012Validator(dossier_schema())


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out, however often it stands in the data."""
        del data
        return True


def _schema_accepts(data: object) -> bool:
    return bool(VALIDATOR.is_valid(data))


def _reader_accepts(data: Any) -> bool:
    """Write the data as YAML, read it strictly and check it against the format of its part."""
    collector = Collector()
    page = Page("f.yaml", collector)
    node = read_nodes(yaml.dump(data, Dumper=_Dumper, allow_unicode=True), page)
    if not isinstance(node, Fields) or node.text("part") not in FILES:
        return False
    return FILES[node.text("part")].check(node, page) is not None and not collector.problems()


_STRAY = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3000, 3000),
    st.sampled_from(
        ["", " ", "x", "yes", "No", "affirms", "1921", "1921-03", "a b", "é", "../1936", "-x", "en-GB"]
    ),
    st.just([]),
    st.just({}),
    st.just(["x"]),
    st.just({"id": "x"}),
)


def _fitting(shape: Shape) -> st.SearchStrategy[Any]:
    """Return values that fit a shape, as an editor sees them."""
    if isinstance(shape, Words):
        plain = (
            ["x1", "kars", "a-b.c_d", "en", "a1"]
            if "A-Za-z0-9" in shape.pattern
            else ["1921", "1921-03", "7"]
        )
        return st.sampled_from(plain if shape.pattern else [*plain, "Chapter #4", "a: b", 12, True])
    if isinstance(shape, Choice):
        return st.sampled_from(shape.words)
    if isinstance(shape, YesNo):
        return st.sampled_from(["yes", "no", True, False])
    if isinstance(shape, ListOf):
        low, high = (shape.length, shape.length) if shape.length is not None else (0, 2)
        return st.lists(_broken_or_fitting(shape.item), min_size=low, max_size=high)
    if isinstance(shape, Either):
        return _broken_or_fitting(shape.word) | _broken_or_fitting(shape.longer)
    assert isinstance(shape, Record)
    return st.fixed_dictionaries(
        {key: _broken_or_fitting(inner) for key, inner in shape.required.items()},
        optional={key: _broken_or_fitting(inner) for key, inner in list(shape.optional.items())[:8]},
    )


def _broken_or_fitting(shape: Shape) -> st.SearchStrategy[Any]:
    """Return values that fit, and now and then one that may not."""
    return st.integers(0, 30).flatmap(lambda dice: _STRAY if dice == 0 else _fitting(shape))


def _changed(data: Any, dice: int) -> Any:
    """Lose or add a key now and then."""
    keys = sorted(data, key=str)
    if dice < len(keys):
        return {key: value for key, value in data.items() if key != keys[dice]}
    return {**data, "stray": "x"} if dice == len(keys) else data


_FILES = st.sampled_from(sorted(FILES)).flatmap(
    lambda part: st.builds(_changed, _fitting(FILES[part]), st.integers(0, 40))
)


@given(_FILES)
def test_schema_and_reader_accept_the_same(data: Any) -> None:
    """A structure is accepted by the schema exactly when the reader has no problem with it."""
    assert _schema_accepts(data) == _reader_accepts(data)


@pytest.mark.parametrize("part", sorted(FILES))
def test_every_key_of_every_part_is_known_to_both(part: str) -> None:
    """One file with every key that a part may have is accepted by both, and one key more by neither."""

    def full(shape: Shape) -> Any:
        if isinstance(shape, Words):
            return "ab" * 32 if "64" in shape.pattern else "en" if "2,8" in shape.pattern else "1921"
        if isinstance(shape, Choice):
            return shape.words[0]
        if isinstance(shape, YesNo):
            return "yes"
        if isinstance(shape, ListOf):
            return [full(shape.item)] * (shape.length or 1)
        if isinstance(shape, Either):
            return full(shape.longer)
        assert isinstance(shape, Record)
        return {key: full(inner) for key, inner in {**shape.required, **shape.optional}.items()}

    data = full(FILES[part])

    assert _schema_accepts(data)
    assert _reader_accepts(data)
    assert not _schema_accepts({**data, "stray": "x"})
    assert not _reader_accepts({**data, "stray": "x"})


def test_strategy_reaches_both_answers() -> None:
    """The structures that the law is tested on are neither all accepted nor all refused."""
    answers: set[bool] = set()

    @given(_FILES)
    def collect(data: Any) -> None:
        answers.add(_schema_accepts(data))

    collect()

    assert answers == {True, False}


def test_shipped_schema_is_the_generated_one() -> None:
    """The schema in the package is what the format gives; `python -m claimcheck.dossier.schema` renews it."""
    assert read_data("dossier.schema.json") == schema_text()


def test_schema_is_a_schema(tmp_path: Any) -> None:
    """The schema is valid against its own draft, and is written as it is generated."""
    Draft202012Validator.check_schema(dossier_schema())
    main([str(tmp_path / "schema.json")])

    assert json.loads((tmp_path / "schema.json").read_text(encoding="utf-8")) == dossier_schema()


def test_names_of_definitions_are_used_once() -> None:
    """No two records of the format share a name, since one would hide the other in the schema."""
    records = [record for file in FILES.values() for record in file.named()]

    assert {record.name: record for record in records} == {
        record.name: next(one for one in records if one.name == record.name) for record in records
    }
    assert len({record.name for record in records}) == len({id(record) for record in records})


@pytest.mark.parametrize("word", ["null", "~", "NULL"])
def test_nothing_is_no_text(word: str) -> None:
    """A bare null is nothing to an editor, so it is no text to the reader; in quotes it is a word."""
    text = "claimcheck: 1\npart: sources\nsources: [{id: x, title: %s}]\n"

    def problems(title: str) -> list[str]:
        collector = Collector()
        page = Page("f.yaml", collector)
        node = read_nodes(text % title, page)
        assert isinstance(node, Fields)
        FILES["sources"].check(node, page)
        return [problem.hint for problem in collector.problems()]

    assert problems(f'"{word}"') == []
    assert any("in quotes" in hint for hint in problems(word))
