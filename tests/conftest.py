"""Fixtures that every test may use, and what a full run insists on."""

from __future__ import annotations

import importlib
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, is_hypothesis_test, settings

from claimcheck.dossier.load import load
from claimcheck.examine import examine
from claimcheck.notebook import Examination

ROOT = Path(__file__).resolve().parent.parent

# A test run gives the same answer twice, so its examples are derived from the test itself; the search
# for new ones is the business of `make soak`, with twenty times as many. Most of what a law ever finds, it
# finds among its first examples, and laws take more of a run's time than anything else.
settings.register_profile(
    "test",
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "soak",
    max_examples=1000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("CLAIMCHECK_PROFILE", "test"))

# What long texts are made into is kept between runs; tests keep nothing but what they ask for.
os.environ["CLAIMCHECK_CACHE"] = "0"

GOLD_USED = pytest.StashKey[set[Path]]()
GOLD_UNUSED = pytest.StashKey[list[Path]]()

_WANT = "for want of "

LeaveOut = Callable[[str], None]
Gold = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that rewrites gold files."""
    parser.addoption("--update-gold", action="store_true", help="write what tests got into their gold files")


def pytest_configure(config: pytest.Config) -> None:
    """Start the lists that a session fills, and know the mark of pytest-cov where it is not installed."""
    config.addinivalue_line("markers", "no_cover: the test is run without measuring coverage")
    config.stash[GOLD_USED] = set()
    config.stash[GOLD_UNUSED] = []


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """
    End what pytest-cov measures in a worker of several before it measures there in earnest.

    It begins twice, the one within the other, keeps the inner alone, and the mark `no_cover` ends no more
    than the inner.
    """
    early = Coverage.current()
    if early is not None and hasattr(session.config, "workerinput"):
        early.stop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """
    Leave laws out of the measuring of coverage.

    A law runs the same lines again and again, and measuring doubles its time; so do the long comparisons that
    bear the mark themselves. What counts as covered is thereby what tests with a stated outcome reach, not
    what a random value strays into.
    """
    for item in items:
        if is_hypothesis_test(getattr(item, "function", None)):
            item.add_marker("no_cover")


def _must_be_full() -> bool:
    return os.environ.get("CLAIMCHECK_FULL") == "1" or os.environ.get("CI", "").casefold() == "true"


@pytest.fixture(scope="session")
def leave_out() -> LeaveOut:
    """Skip a test for want of something, which the last lines of the run name; in a full run, fail it."""

    def leave(reason: str) -> None:
        if _must_be_full():
            pytest.fail(f"a full run needs {reason}", pytrace=False)
        pytest.skip(f"{_WANT}{reason}")

    return leave


@pytest.fixture(scope="session")
def needs_extra(leave_out: LeaveOut) -> Callable[[str], ModuleType]:
    """Import a module that only an extra installs, or leave the test out."""

    def need(module: str) -> ModuleType:
        try:
            return importlib.import_module(module)
        except ImportError:
            leave_out(f"the Python package {module} (make test installs it)")
            raise

    return need


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def claims(root: Path) -> Path:
    """The worked dossier."""
    return root / "claims"


@pytest.fixture(scope="session")
def documents(root: Path, leave_out: LeaveOut) -> Path:
    """The folder of the documents of the worked dossier, which the repository must not hold."""
    folder = Path(os.environ.get("CLAIMCHECK_DOCUMENTS") or root.parent / "shared" / "documents")
    if not any(folder.glob("*.txt")):
        leave_out("the documents of claims/ (name their folder in CLAIMCHECK_DOCUMENTS)")
    return folder.resolve()


@pytest.fixture(scope="session")
def worked_report(claims: Path) -> Examination:
    """The report of the worked dossier, without documents, examined once for all tests of a process."""
    return examine(load(claims))


@pytest.fixture(scope="session")
def worked_report_with_documents(claims: Path, documents: Path) -> Examination:
    """The report of the worked dossier with its documents at hand, once for all tests of a process."""
    return examine(load(claims), documents=documents)


@pytest.fixture(scope="session")
def stemmata(root: Path, leave_out: LeaveOut) -> Path:
    """A folder of published stemmata in GraphML, which the repository does not hold."""
    folder = Path(os.environ.get("CLAIMCHECK_STEMMATA") or root.parent / "shared" / "data" / "stemmata")
    if not any(folder.glob("*.graphml")):
        leave_out("stemmata in GraphML (name their folder in CLAIMCHECK_STEMMATA)")
    return folder.resolve()


@pytest.fixture
def gold(request: pytest.FixtureRequest) -> Gold:
    """
    Compare a whole text with the file of this name in the folder `gold` beside the test.

    Paths and times must be taken out of the text first. `--update-gold` writes the file instead; read
    the difference before you keep it.
    """

    def compare(name: str, text: str) -> None:
        path = request.path.parent / "gold" / name
        request.config.stash[GOLD_USED].add(path)
        if request.config.getoption("--update-gold"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        if not path.is_file():
            pytest.fail(f"no gold file {path.relative_to(ROOT)}; --update-gold writes it", pytrace=False)

        assert text == path.read_text(encoding="utf-8")

    return compare


def _left_out(config: pytest.Config) -> list[str]:
    """Return, each once, what tests were left out for want of."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", ()) if reporter else ()
    reasons = (str(report.longrepr[2]).partition(_WANT)[2] for report in skipped)
    return list(dict.fromkeys(reason for reason in reasons if reason))


def _is_whole_run(config: pytest.Config) -> bool:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if (
        config.option.collectonly
        or reporter is None
        or reporter.stats.get("failed", reporter.stats.get("error"))
    ):
        return False
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    # `-p no:cacheprovider` takes the option of the last failures away.
    only_failed = getattr(config.option, "lf", False)
    return whole and not config.option.keyword and not config.option.markexpr and not only_failed


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over from one of several processes which gold files its tests have used."""
    used = getattr(node, "workeroutput", {}).get("gold", ())
    node.config.stash[GOLD_USED].update(map(Path, used))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """After a whole run that left nothing out, fail for gold files that no test asked for."""
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput["gold"] = [str(path) for path in config.stash[GOLD_USED]]
        return
    if not _is_whole_run(config) or _left_out(config):
        return
    unused = sorted(
        path
        for path in (ROOT / "tests").glob("**/gold/*")
        if path.is_file() and path not in config.stash[GOLD_USED]
    )
    if config.getoption("--update-gold"):
        for path in unused:
            path.unlink()
    elif unused:
        config.stash[GOLD_UNUSED] = unused
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say in a line each what was left out, which gold files lie idle, and how much was covered."""
    left_out = _left_out(config)
    if left_out:
        terminalreporter.write_line(f"left out, {_WANT}" + "; ".join(left_out))
    for path in config.stash[GOLD_UNUSED]:
        terminalreporter.write_line(f"FAILED: no test uses {path.relative_to(ROOT)}")
    if getattr(config.option, "cov_source", None):
        for line in _coverage_lines():
            terminalreporter.write_line(line)


def _coverage_lines(n_lowest: int = 6) -> Iterator[str]:
    """Yield the least covered modules and the total of the session that pytest-cov has measured."""
    coverage = Coverage()
    coverage.load()
    table = io.StringIO()
    coverage.report(file=table, sort="cover", skip_covered=True, show_missing=False)
    lines = table.getvalue().splitlines()
    modules = [line for line in lines if line.startswith("claimcheck")]
    yield "branch coverage, least covered modules first:"
    yield from lines[:1]
    yield from modules[:n_lowest]
    yield from (line for line in lines if line.startswith("TOTAL"))
