"""Every code of a problem is explained in docs/problems.md, and nothing else is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "problems.md"

_CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


def _callee(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _code_argument(call: ast.Call) -> ast.expr | None:
    """Return what a call gives as the code of a problem, by name or where its callee takes one."""
    name = _callee(call)
    if name.endswith("Error"):
        place = 2
    elif "tell" in name or name in ("Problem", "_problem", "_Blame"):
        place = 0
    else:
        return None
    named = next((keyword.value for keyword in call.keywords if keyword.arg == "code"), None)
    return call.args[place] if named is None and len(call.args) > place else named


def _defaults(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """Yield what a parameter `code` is when nobody gives one."""
    taken = function.args.args
    for parameter, default in zip(taken[::-1], function.args.defaults[::-1], strict=False):
        if parameter.arg == "code":
            yield default


def _texts(node: ast.expr | None) -> Iterator[str]:
    """Yield the texts that an expression may be, where it is a text or a choice between some."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def _codes_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        found: list[ast.expr | None] = []
        if isinstance(node, ast.Call):
            found.append(_code_argument(node))
        elif isinstance(node, ast.FunctionDef):
            found.extend(_defaults(node))
        for each in found:
            yield from _texts(each)


def codes_of_the_package() -> set[str]:
    """Return every code that some module gives to a problem."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "claimcheck").rglob("*.py"))
    return {code for tree in trees for code in _codes_in(tree) if _CODE.fullmatch(code)}


def test_every_code_is_explained() -> None:
    """The tables of the page hold each code that the package uses, once, and no other."""
    explained = re.findall(r"(?m)^\| `([a-z0-9-]+)` \|", PAGE.read_text(encoding="utf-8"))
    used = codes_of_the_package()

    assert sorted(used - set(explained)) == []
    assert sorted(set(explained) - used) == []
    assert len(explained) == len(set(explained))


def test_every_explanation_says_what_to_do() -> None:
    """Each row of the tables has a meaning and a remedy."""
    rows = re.findall(r"(?m)^\| `[a-z0-9-]+` \|(.*)\|$", PAGE.read_text(encoding="utf-8"))

    assert rows
    assert [row for row in rows if len([cell for cell in row.split(" | ") if cell.strip()]) != 2] == []


def test_the_search_for_codes_finds_each_way_of_giving_one() -> None:
    """A code is found as keyword, as argument, as default, and in both branches of a choice."""
    source = """
def f(text, code="by-default"): ...
page.tell("by-place", "m", node)
Problem(code="by-name", message="m")
raise UnreadableError("m", "h", "third-place")
page.tell_at("one-way" if x else "other-way", "m", 3)
Diagnosis(code="no-problem", text="t")
"""

    assert set(_codes_in(ast.parse(source))) == {
        *("by-default", "by-place", "by-name", "third-place", "one-way", "other-way")
    }
