"""The floors of the package, proved from its imports, and the rules that keep modules readable."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "claimcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))

STATIONS = ("dossier", "documents", "compare", "weigh", "report")
GROUND = {"values", "data"}
BELOW_STATIONS = GROUND | {"model"}

# What each part of the package may import, itself always among it. A part that is not named here
# belongs to no floor yet, and the test says so.
BELOW_WHOLE = BELOW_STATIONS | {*STATIONS, "_version"}
WHOLE = {"examine", "notebook", "ask", "request", "review"}
SHELL = {"cli", "arguments", "terminal", "json_lines", "output"}
MAY_IMPORT: dict[str, set[str]] = {
    "_version": set(),
    "data": set(),
    "values": GROUND,
    "model": BELOW_STATIONS,
    **dict.fromkeys(STATIONS, BELOW_STATIONS | {"_version"}),
    **dict.fromkeys(WHOLE, BELOW_WHOLE | WHOLE),
    "__init__": BELOW_WHOLE | WHOLE,
    **dict.fromkeys(SHELL, BELOW_WHOLE | WHOLE | SHELL | {"__init__"}),
    "__main__": {"cli"},
}

PURE = ("values", "model", "compare", "weigh", "report")
IMPURE_MODULES = {
    *("os", "pathlib", "shutil", "tempfile", "glob", "fileinput"),
    *("time", "random", "secrets", "uuid"),
    *("subprocess", "socket", "urllib", "http", "threading", "multiprocessing", "logging"),
}
IMPURE_CALLS = {"open", "print", "input", "exec", "eval", "breakpoint"}
IMPURE_ATTRIBUTES = {
    *("now", "utcnow", "today", "stdout", "stderr", "stdin"),
    *("read_text", "write_text", "read_bytes", "write_bytes"),
}

LONGEST_MODULE = 400
# Modules that may be longer, each with the reason why it is still one idea.
LONGER: dict[str, str] = {"cli.py": "a function for each command, which is mostly its help"}


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _part(path: Path) -> str:
    """Return the part of the package that a file belongs to: its first folder, or the file itself."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and full name of everything that a module imports, inside functions too."""
    package = ("claimcheck", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *([node.module] if node.module else ())))
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


def _own_part(imported: str) -> str | None:
    """Return the part of our package that an import reaches, None for other packages."""
    top, *rest = imported.split(".")
    if top != "claimcheck":
        return None
    if rest and ((PACKAGE / rest[0]).is_dir() or (PACKAGE / f"{rest[0]}.py").is_file()):
        return rest[0]
    return "__init__"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_run_down_only(path: Path) -> None:
    """A module imports its own part of the package and the floors below, nothing beside or above."""
    part = _part(path)

    assert part in MAY_IMPORT, f"{part} stands on no floor: name it in MAY_IMPORT"

    allowed = MAY_IMPORT[part] | {part}
    strangers = [
        f"line {line}: {imported}"
        for line, imported in _imports(path)
        if _own_part(imported) not in (None, *allowed)
    ]

    assert strangers == []


@pytest.mark.parametrize("path", [path for path in MODULES if _part(path) in PURE], ids=_name)
def test_the_core_is_pure(path: Path) -> None:
    """The core imports nothing that reads files or clocks, and neither opens nor prints."""
    found = [
        f"line {line}: imports {imported}"
        for line, imported in _imports(path)
        if imported.split(".")[0] in IMPURE_MODULES
    ]
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in IMPURE_CALLS:
            found.append(f"line {node.lineno}: calls {node.func.id}")
        elif isinstance(node, ast.Attribute) and node.attr in IMPURE_ATTRIBUTES:
            found.append(f"line {node.lineno}: uses .{node.attr}")

    assert found == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_are_short(path: Path) -> None:
    """A module holds one idea, in no more lines than a reader keeps in mind."""
    n_lines = len(path.read_text(encoding="utf-8").splitlines())

    assert n_lines <= LONGEST_MODULE or _name(path) in LONGER


def test_the_list_of_longer_modules_is_not_stale() -> None:
    """Every module on the list of longer ones exists, is longer, and has its reason."""
    for name, reason in LONGER.items():
        assert reason
        assert len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) > LONGEST_MODULE


def _public(owner: object, module: str) -> Iterator[tuple[str, object]]:
    """Yield the public classes, functions, methods and properties that a module defines."""
    for name, found in vars(owner).items():
        inner = getattr(found, "__func__", found)
        is_ours = getattr(inner, "__module__", module) == module
        if name.startswith("_") or not is_ours:
            continue
        if inspect.isclass(found):
            yield found.__qualname__, found
            yield from _public(found, module)
        elif inspect.isfunction(inner) or isinstance(found, property):
            # By way of the owner, so that a method inherits the docstring of the one it implements.
            yield f"{getattr(owner, '__qualname__', '')}.{name}".lstrip("."), getattr(owner, name)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_everything_public_has_a_docstring(path: Path) -> None:
    """Every module that holds anything, and every public function, method and class, says what it is."""
    name = ".".join(("claimcheck", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    )
    module = importlib.import_module(name)
    bare = [found for found, each in _public(module, name) if not inspect.getdoc(each)]

    assert bare == []
    assert not _tree(path).body or module.__doc__
