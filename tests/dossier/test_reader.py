"""The strict reader: every scalar a text with its place, and nothing that YAML hides."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dossier import reader
from claimcheck.dossier.nodes import Fields, Items, Node, Text
from claimcheck.dossier.problems import MOST_PER_FILE, Collector, Page
from claimcheck.model.problem import Problem

Read = Callable[[str], tuple[Node | None, tuple[Problem, ...]]]


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test with libyaml's parser and with PyYAML's own, which stands in where libyaml is missing."""
    if request.param == "python":
        monkeypatch.setattr(reader, "has_libyaml", lambda: False)
    return str(request.param)


@pytest.mark.parametrize(
    "typed", ["NO", "1921-03", "10:30", "007", "1_000", "0x1f", "null", "~", ".5", "yes"]
)
def test_scalars_stay_text(typed: str, read: Read, parser: str) -> None:
    """What other readers take for a boolean, date, time or number stays what was typed."""
    node, problems = read(f"value: {typed}\n")

    assert isinstance(node, Fields)
    assert node.text("value") == typed
    assert problems == ()


def test_places_count_code_points(read: Read, parser: str) -> None:
    """Lines and columns count from 1, a letter of any script as one column."""
    node, _ = read('# Тифлис\nბათუმი 𝒳: {é: "ü", last: x}\n')

    assert isinstance(node, Fields)
    inner = node.nodes["ბათუმი 𝒳"]
    assert isinstance(inner, Fields)
    assert inner.nodes == {"é": Text("ü", 2, 15, '"'), "last": Text("x", 2, 26)}
    assert (inner.line, inner.column) == (2, 11)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x b\n", "yaml-anchor", 1, 4),
        ("a: [&x b]\n", "yaml-anchor", 1, 5),
        ("a: b\nc: *x\n", "yaml-alias", 2, 4),
        ("a: !x b\n", "yaml-tag", 1, 4),
        ("a: !!python/object:os.system {}\n", "yaml-tag", 1, 4),
        ("a: b\n<<: {c: d}\n", "yaml-merge", 2, 1),
        ("a: b\nc: d\na: e\n", "key-twice", 3, 1),
        ("{a: b, a: c}\n", "key-twice", 1, 8),
        ("[a]: b\n", "key-not-text", 1, 1),
        ("a: b\n---\nc: d\n", "second-document", 2, 1),
        ("a: b\n...\nc\n", "second-document", 2, 4),
        ("%TAG !e! tag:e\n---\na: b\n", "yaml-directive", 1, 1),
        ("# title\n%YAML 1.1\n---\na: b\n", "yaml-directive", 2, 1),
        ("a: b\nc: \x07d\n", "control-character", 2, 4),
        ("a: \x00\n", "control-character", 1, 4),
        ('a: "x\\0y"\n', "control-character", 1, 4),
        ("a: Chapter #4\n", "text-cut-by-comment", 1, 4),
        ("- #4\n", "text-cut-by-comment", 1, 2),
        ("a: b\n\tc: d\n", "tab", 2, 1),
        ("a:\n\tc: d\n", "tab", 2, 1),
        ("a: 'it\nb: c\n", "quote-unclosed", 1, 4),
        ('a: "it\nb: "c"\n', "quote-unclosed", 1, 4),
        ('a: "he" said\n', "text-after-quote", 1, 9),
        ('a: "\\q"\n', "bad-escape", 1, None),
        ("a: b: c\n", "colon-in-text", 1, 5),
        ("a: 1\n b: 2\n", "bad-indent", 2, 3),
        ("a:\n  - b: 1\n   c: 2\n", "bad-indent", 3, 4),
        ("a: @x\n", "bad-start", 1, 4),
        ("a: `x`\n", "bad-start", 1, 4),
        ("a: * x\n", "bad-start", 1, 4),
        ("a: > 3,000\n", "bad-start", 1, 4),
        ("a: - 5\n", "bad-start", 1, 4),
        ("a: [sic] the\n", "text-after-bracket", 1, 10),
        ("a: {sic} the\n", "text-after-bracket", 1, 10),
        ("a: [x\nb: c\n", "bracket-unclosed", 1, 4),
        ("a: [x, y\n", "bracket-unclosed", 1, 4),
        ("a: b\nc\nd: e\n", "no-colon", 2, 1),
    ],
)
def test_refusals_are_located_and_hinted(
    text: str, code: str, line: int, column: int | None, read: Read, parser: str
) -> None:
    """What is not allowed, or is a slip, is told at its place with a code and what to do."""
    _, problems = read(text)
    found = next(problem for problem in problems if problem.code == code)

    assert found.where.line == line
    assert column is None or found.where.column == column
    assert found.hint


@pytest.mark.parametrize(
    "text", ["a: b # c\n", "a: b #\n", "a: b ## c\n", "# c\na: b#4\n", "a: 'b #4'\n", "a: |\n b #4\n"]
)
def test_comments_are_no_lost_text(text: str, read: Read, parser: str) -> None:
    """A sign followed by a space begins a comment, and within quotes or words it is text."""
    node, problems = read(text)

    assert isinstance(node, Fields)
    assert node.text("a").startswith("b")
    assert problems == ()


def test_first_of_two_equal_keys_is_kept(read: Read) -> None:
    """The second value of a key never replaces the first, and the mapping remembers that it lost one."""
    node, _ = read("a: b\na: c\n")

    assert isinstance(node, Fields)
    assert node.text("a") == "b"
    assert node.lost_keys


def test_whole_entries_before_a_mistake_are_kept(read: Read) -> None:
    """After a slip in the syntax the entries that were whole by then are read, the broken one is not."""
    node, problems = read("list:\n  - {id: a}\n  - {id: b}\n  - id: c\n    title: x: y\n  - {id: d}\n")

    assert isinstance(node, Fields)
    assert [entry.text("id") for entry in node.entries("list")] == ["a", "b"]
    assert [problem.code for problem in problems] == ["colon-in-text"]


def test_entry_with_a_misplaced_key_is_not_kept(read: Read) -> None:
    """An entry whose last key is indented wrongly is dropped: without that key it may say the opposite."""
    node, _ = read("list:\n  - id: a\n  - id: b\n    value: x\n   stance: denies\n")

    assert isinstance(node, Fields)
    assert [entry.text("id") for entry in node.entries("list")] == ["a"]


@pytest.mark.parametrize(
    "bomb", ["[" * 200_000, "{" * 200_000, "- " * 200_000, "[a, " * 200_000, "{a: " * 200_000]
)
def test_deep_nesting_is_refused(bomb: str, read: Read) -> None:
    """Nesting beyond the limit is refused at once; libyaml's ready-made loaders crash on it."""
    _, problems = read(bomb)

    assert [problem.code for problem in problems] == ["too-deep"]


def test_nesting_at_the_limit_is_read(read: Read) -> None:
    """Thirty-two levels are read, the thirty-third is refused."""
    assert read("[" * 32 + "]" * 32)[1] == ()
    assert [problem.code for problem in read("[" * 33 + "]" * 33)[1]] == ["too-deep"]


def test_alias_bomb_is_not_expanded(read: Read) -> None:
    """Aliases that would multiply to billions are told one by one and never followed."""
    levels = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 12))
    node, problems = read(f"l0: &l0 x\n{levels}\n")

    assert {problem.code for problem in problems} == {"yaml-anchor", "yaml-alias"}
    assert isinstance(node, Fields)


def test_problems_of_one_file_are_limited(read: Read) -> None:
    """A file that is wrong everywhere gets some hundreds of problems, and the number of the others."""
    _, problems = read("a: b\n" * 2000)

    assert len(problems) == MOST_PER_FILE + 1
    assert any(problem.code == "too-many-problems" and "1499" in problem.message for problem in problems)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment", "---\n"])
def test_nothing_is_no_mistake_of_syntax(text: str, read: Read) -> None:
    """An empty file holds nothing, which is for others to judge."""
    node, problems = read(text)

    assert node is None or (isinstance(node, Text) and not node.value)
    assert problems == ()


_TEXTS = st.text(st.sampled_from("ab: -#'\"[]{},&*!|>%@`?\n\t\\éბ<=~0"), max_size=60)


@given(_TEXTS)
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text raises, both parsers agree on what is accepted, and every problem lies within the text."""
    collector = Collector()
    node = reader.read_nodes(text, Page("f", collector))
    n_lines = len(text.splitlines()) + 1

    assert all(0 <= problem.where.line <= n_lines for problem in collector.problems())
    assert node is None or isinstance(node, Text | Items | Fields) or collector.problems()


def _plain(node: Node | None) -> object:
    """Return what a node holds without its places; an empty value has none that parsers agree on."""
    if isinstance(node, Fields):
        return {key: _plain(value) for key, value in node.nodes.items()}
    if isinstance(node, Items):
        return [_plain(item) for item in node.nodes]
    return node.value if isinstance(node, Text) else None


@given(_TEXTS)
def test_both_parsers_read_the_same(text: str) -> None:
    """What both libyaml and PyYAML's own parser accept they read to the same texts."""
    fast = Collector()
    node = reader.read_nodes(text, Page("f", fast))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "has_libyaml", lambda: False)
        slow = Collector()
        other = reader.read_nodes(text, Page("f", slow))

    if not fast.problems() and not slow.problems():
        assert _plain(node) == _plain(other)
