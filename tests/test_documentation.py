"""
Every example of the documentation is executed, and everything that a user may type is documented.

What the fences of a page mean:

- `python`: executed, in one namespace a page; with `>>>` it is a doctest.
- `console`: each line after `$ ` is run by the shell, and what follows must be what it prints. `...`
  stands for any text, alone on a line for any number of lines. `console exit=1` says how the last
  command of the block ends; all others must succeed.
- `LANGUAGE title=FILE`: is written to that file, and not executed. A `pyproject.toml` with entry
  points counts as installed for the rest of the page.
- `yaml` that begins with `claimcheck: 1`: must be a well-formed file of a dossier, unless it is a sketch
  that leaves out something (`...`).
- `sh`: getting and installing the program, which a test can't do; nothing else may stand there.

Every page runs in a folder of its own that holds a copy of `claims/`.
"""

from __future__ import annotations

import doctest
import importlib
import json
import os
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from click.testing import CliRunner

import claimcheck
from claimcheck.cli import main

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PLAIN_TERMINAL = {"COLUMNS": "100", "LC_ALL": "C.UTF-8"}
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]

_FENCE = re.compile(r"(?ms)^( *)```([\w-]+)([^\n]*)\n(.*?)^\1```$")
_INSTALLING = re.compile(r"(git clone|cd|make|pip install|python3 -m venv|\. \.venv/bin/activate)\b|#|$")
_SHELL = {"|", "||", "&", "&&", ";", ">", ">>", "<", "(", ")"}
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)[^)]*\)")


@frozen(kw_only=True)
class Block:
    """A fenced block of a page, with the line that its text begins on."""

    language: str
    options: dict[str, str]
    text: str
    line: int


def blocks_of(page: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page, without the indent that they have in a list."""
    for match in _FENCE.finditer(page):
        indent, language, info, text = match.groups()
        lines = [line.removeprefix(indent) for line in text.splitlines(keepends=True)]
        options = dict(word.split("=", 1) for word in info.split() if "=" in word)
        line = page.count("\n", 0, match.start()) + 2
        yield Block(language=language, options=options, text="".join(lines), line=line)


def _page_name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _printed_as_shown(printed: str, shown: str) -> bool:
    """
    Tell whether a command printed what the page shows, blanks at the ends of lines aside.

    >>> _printed_as_shown("one\\ntwo\\nthree\\n", "one\\n...\\n"), _printed_as_shown("one", "...")
    (True, True)
    >>> _printed_as_shown("12 conflicts\\n", "... conflicts\\n"), _printed_as_shown("one", "two")
    (True, False)
    """

    def normal(text: str) -> str:
        return "".join(line.rstrip() + "\n" for line in text.strip("\n").splitlines())

    pattern = re.escape(normal(shown))
    pattern = re.sub(r"(?m)^\\\.\\\.\\\.\\?\n", "(?:.*\\\\n)*", pattern).replace(r"\.\.\.", ".*")
    return re.fullmatch(pattern, normal(printed)) is not None


class PageRun:
    """One page being executed: its folder, its namespace, and what it has installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.namespace: dict[str, Any] = {"__name__": "__page__"}
        self.has_installed = False

    def run(self, block: Block) -> None:
        """Do with a block what its fence says."""
        if "title" in block.options:
            self.write(block.options["title"], block.text)
        elif block.language == "python":
            self.run_python(block)
        elif block.language == "console":
            self.run_console(block)
        elif block.language == "json":
            json.loads(block.text)
        elif block.language == "sh":
            assert all(_INSTALLING.match(line) for line in block.text.splitlines())
        if block.language == "yaml" and block.text.startswith("claimcheck: 1\n") and "..." not in block.text:
            check_shape(block.text, self.folder)

    def write(self, name: str, text: str) -> None:
        """Write a file of the page; what a `pyproject.toml` would install counts as installed."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if path.name == "pyproject.toml":
            self.has_installed = True
            project = tomllib.loads(text)["project"]
            metadata = self.folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
            metadata.mkdir()
            (metadata / "METADATA").write_text(f"Name: {project['name']}\nVersion: {project['version']}\n")
            groups = project["entry-points"]
            lines = [
                f"[{group}]\n{name} = {target}\n"
                for group in groups
                for name, target in groups[group].items()
            ]
            (metadata / "entry_points.txt").write_text("".join(lines))

    def run_python(self, block: Block) -> None:
        """Execute Python, as a doctest where it shows a prompt."""
        if ">>>" not in block.text:
            code = compile("\n" * (block.line - 1) + block.text, "<page>", "exec")
            exec(code, self.namespace)  # noqa: S102 - our own documentation
            return
        example = doctest.DocTestParser().get_doctest(block.text, self.namespace, "page", None, block.line)
        told: list[str] = []
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        runner.run(example, out=told.append, clear_globs=False)
        self.namespace.update(example.globs)

        assert runner.failures == 0, "".join(told)

    def run_console(self, block: Block) -> None:
        """Run each command and hold what it prints against the page."""
        first, *rest = re.split(r"(?m)^\$ ", block.text)
        assert not first
        for number, part in enumerate(rest, start=1):
            command, _, shown = part.partition("\n")
            arguments = self.plain_arguments(command)
            ended, printed = self.call(arguments) if arguments else self.start(command)
            status = int(block.options.get("exit", "0")) if number == len(rest) else 0

            assert _printed_as_shown(printed, shown), f"$ {command}\n{printed}"
            assert ended == status, f"$ {command} ended with {ended}"

    def plain_arguments(self, command: str) -> list[str]:
        """
        Return the arguments of a call of the program that needs no shell, else nothing.

        Such a call is made within this process, which spares half a second each. What a page installs
        is seen by new processes only.
        """
        words = list(shlex.shlex(command, punctuation_chars=True))
        is_plain = words[0] == "claimcheck" and _SHELL.isdisjoint(words) and not self.has_installed
        return shlex.split(command)[1:] if is_plain else []

    def call(self, arguments: list[str]) -> tuple[int, str]:
        """Run the program within this process; return how it ended and what it printed."""
        result = CliRunner().invoke(main, arguments, prog_name="claimcheck", env=PLAIN_TERMINAL)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout + result.stderr

    def start(self, command: str) -> tuple[int, str]:
        """Let the shell run a command; return how it ended and what it printed."""
        result = subprocess.run(
            ["bash", "-c", command],  # the examples of our own documentation
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        return result.returncode, result.stdout + result.stderr

    def environment(self) -> dict[str, str]:
        """Return the environment of a user who has installed the program, with a plain wide terminal."""
        python_path = os.pathsep.join([str(self.folder), str(ROOT), os.environ.get("PYTHONPATH", "")])
        path = os.pathsep.join([str(self.folder / ".bin"), os.environ["PATH"]])
        return {**os.environ, **PLAIN_TERMINAL, "PATH": path, "PYTHONPATH": python_path}


# What a single file of a page cannot define: entries of its other files, kinds that it is about to add.
NOT_ABOUT_SHAPE = {"unknown-id", "unknown-kind"}


def check_shape(text: str, folder: Path) -> None:
    """Fail unless the text is a well-formed file of a dossier, whatever ids it refers to."""
    from claimcheck.dossier.load import load

    example = folder / ".example"
    example.mkdir()
    (example / "example.yaml").write_text(text, encoding="utf-8")
    problems = [problem for problem in load(example).problems if problem.code not in NOT_ABOUT_SHAPE]
    shutil.rmtree(example)

    assert [str(problem) for problem in problems] == []


@pytest.fixture
def page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PageRun:
    """A folder to execute a page in, with the worked dossier and the program on the path."""
    shutil.copytree(ROOT / "claims", tmp_path / "claims")
    for name, arguments in {"python": "", "claimcheck": "-m claimcheck"}.items():
        program = tmp_path / ".bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n')
        program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    return PageRun(tmp_path)


def test_the_readme_names_the_extras() -> None:
    """Whoever installs claimcheck learns of every extra, and of none that there is not."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    paragraph = next(
        each for each in (ROOT / "README.md").read_text(encoding="utf-8").split("\n\n") if "'.[pdf" in each
    )

    assert set(re.findall(r"`([a-z]+)` \(", paragraph)) == set(project["optional-dependencies"])


@pytest.mark.parametrize("path", PAGES, ids=_page_name)
def test_every_example_of_a_page_runs(path: Path, page_run: PageRun) -> None:
    """The examples of a page, executed from top to bottom, do and print what the page shows."""
    before = set(sys.modules)
    try:
        for block in blocks_of(path.read_text(encoding="utf-8")):
            try:
                page_run.run(block)
            except (Exception, pytest.fail.Exception) as error:
                error.add_note(f"{_page_name(path)}:{block.line}")
                raise
    finally:
        for name in set(sys.modules) - before:
            if str(page_run.folder) in str(getattr(sys.modules[name], "__file__", "")):
                del sys.modules[name]


def test_a_wrong_example_is_noticed(page_run: PageRun) -> None:
    """An example that prints something else, or ends otherwise, fails."""
    page = "```console\n$ echo one\ntwo\n```\n```console\n$ exit 3\n```\n```python\n>>> 1 + 1\n3\n```\n"
    page += "```console\n$ claimcheck --version\nnone\n```\n```console\n$ claimcheck nothing\n...\n```\n"
    wrong = list(blocks_of(page))

    assert [block.line for block in wrong] == [2, 6, 9, 13, 17]
    for block in wrong:
        with pytest.raises(AssertionError):
            page_run.run(block)


def _links(path: Path) -> Iterator[Path]:
    for target in _LINK.findall(path.read_text(encoding="utf-8")):
        if "://" not in target:
            yield (path.parent / target).resolve()


@pytest.mark.parametrize("path", PAGES, ids=_page_name)
def test_links_lead_somewhere(path: Path) -> None:
    """Every link within the repository leads to a file or folder that is there."""
    assert [str(target) for target in _links(path) if not target.exists()] == []


def test_every_page_can_be_reached() -> None:
    """Every page of docs/ is linked from the README or from the index."""
    linked = {*_links(ROOT / "README.md"), *_links(DOCS / "index.md")}
    pages = {path for path in PAGES if path not in (ROOT / "README.md", DOCS / "index.md")}

    assert DOCS / "index.md" in linked
    assert sorted(path.name for path in pages - linked) == []


def test_decisions_have_numbers_of_their_own() -> None:
    """No two decisions share a number, though gaps may be left for others, and each tells what it costs."""
    decisions = sorted((DOCS / "decisions").glob("*.md"))
    numbers = [int(path.name[:4]) for path in decisions]

    assert numbers == sorted(set(numbers))
    assert [
        path.name for path in decisions if "## Consequences" not in path.read_text(encoding="utf-8")
    ] == []
    assert [path.name for path in decisions if "Bad, because" not in path.read_text(encoding="utf-8")] == []


def _module_names() -> list[str]:
    walked = pkgutil.walk_packages(claimcheck.__path__, "claimcheck.")
    return ["claimcheck", *(module.name for module in walked if not module.name.endswith("__main__"))]


@pytest.mark.parametrize("name", _module_names())
def test_examples_in_docstrings_are_true(name: str) -> None:
    """Every example in a docstring of the package gives what it shows."""
    result = doctest.testmod(
        importlib.import_module(name), optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )

    assert result.failed == 0


def test_the_comparison_of_outputs_is_true_to_its_own_examples() -> None:
    """The examples of how a page's output is compared hold."""
    finder = doctest.DocTestFinder()
    runner = doctest.DocTestRunner()
    for example in finder.find(_printed_as_shown, globs={"_printed_as_shown": _printed_as_shown}):
        runner.run(example)

    assert runner.tries > 0
    assert runner.failures == 0


def test_every_command_is_documented() -> None:
    """The page of the commands has a section for each, with an example that is executed, and no other."""
    text = (DOCS / "command-line.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"(?ms)^## `claimcheck ([\w-]+)`\n(.*?)(?=^## |\Z)", text))

    assert sorted(sections) == sorted(main.commands)
    for command, section in sections.items():
        assert f"$ claimcheck {command} " in section
        for parameter in main.commands[command].params:
            if parameter.param_type_name == "option":
                assert f"`{max(parameter.opts, key=len)}" in section, f"{command} {parameter.opts}"
