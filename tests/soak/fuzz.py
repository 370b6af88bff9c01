"""
Damaged dossiers: whatever happens to the files, nothing is raised, and what is wrong is located.

Run by `make soak`. Each round damages a copy of `claims/` in its own way, which depends on the number of
the round alone; the rounds that are done are counted in `.soak/`, so that an interrupted run goes on.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import claimcheck
from claimcheck.model.dossier import Dossier

ROOT = Path(__file__).resolve().parent.parent.parent
DONE = ROOT / ".soak" / "fuzz.rounds"

N_ROUNDS = 1500
LONGEST_ROUND_S = 60.0
"""A damaged dossier may cost more than a whole one, but not without bound."""

HOSTILE = (
    b"\x00",
    b"\xff\xfe",
    b"\xe9",
    b"\t",
    b"\r",
    "\u202e\u2028\ufeff".encode(),
    b"&a [*a, *a, *a]",
    b"!!python/object/apply:os.system [true]",
    b"<<: *a",
    b"\n---\n",
    b"[" * 5000,
    b"{a: " * 40,
    b"9" * 5000,
    b"- " * 200,
    b"'",
    b'"',
    b": : :",
    b" # ",
    b"1/0",
    b"31 February 1921",
    b"between 17 and 11 March 1921",
    b"?" * 50,
)

Damage = Callable[[bytes, random.Random], bytes]


def insert(text: bytes, chance: random.Random) -> bytes:
    """Put something hostile anywhere."""
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(HOSTILE) + text[at:]


def cut(text: bytes, chance: random.Random) -> bytes:
    """End the file anywhere."""
    return text[: chance.randint(0, len(text))]


def change_byte(text: bytes, chance: random.Random) -> bytes:
    """Change one byte into any other."""
    at = chance.randrange(len(text)) if text else 0
    return text[:at] + bytes((chance.randrange(256),)) + text[at + 1 :]


def drop_line(text: bytes, chance: random.Random) -> bytes:
    """Lose a line."""
    lines = text.splitlines(keepends=True)
    if lines:
        del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def repeat_line(text: bytes, chance: random.Random) -> bytes:
    """Write a line twice, the second time anywhere."""
    lines = text.splitlines(keepends=True)
    if lines:
        lines.insert(chance.randint(0, len(lines)), chance.choice(lines))
    return b"".join(lines)


def change_value(text: bytes, chance: random.Random) -> bytes:
    """Give a key the value of another line."""
    lines = text.splitlines(keepends=True)
    keyed = [number for number, line in enumerate(lines) if b": " in line]
    if keyed:
        here, there = chance.choice(keyed), chance.choice(keyed)
        lines[here] = lines[here].partition(b": ")[0] + b": " + lines[there].partition(b": ")[2]
    return b"".join(lines)


def change_indent(text: bytes, chance: random.Random) -> bytes:
    """Push a line in or out."""
    lines = text.splitlines(keepends=True)
    if lines:
        at = chance.randrange(len(lines))
        lines[at] = b" " * chance.randrange(12) + lines[at].lstrip()
    return b"".join(lines)


DAMAGES: tuple[Damage, ...] = (
    insert,
    cut,
    change_byte,
    drop_line,
    repeat_line,
    change_value,
    change_indent,
)


def damage(folder: Path, chance: random.Random) -> list[str]:
    """Damage some files of a dossier, and tell how."""
    files = sorted(folder.rglob("*.y*ml"))
    told = []
    for _ in range(chance.randint(1, 4)):
        path, how = chance.choice(files), chance.choice(DAMAGES)
        path.write_bytes(how(path.read_bytes(), chance))
        told.append(f"{how.__name__} in {path.name}")
    return told


def examine(folder: Path) -> Dossier:
    """Go the whole way, to both the report that people read and the one that programs read."""
    dossier = claimcheck.load(folder)
    report = claimcheck.examine(dossier)
    for form in ("table", "json"):
        if not claimcheck.render(report, form):
            raise AssertionError(f"the report as {form} is empty")
    return dossier


def run_round(number: int) -> None:
    """Damage, examine, and check that every problem says what and where."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "claims"
        shutil.copytree(ROOT / "claims", folder)
        told = damage(folder, random.Random(number))  # noqa: S311 - damage, no secret
        began = time.monotonic()
        try:
            dossier = examine(folder)
            for problem in dossier.problems:
                if not problem.code or not problem.message or not (folder / problem.where.file).exists():
                    raise AssertionError(f"not located: {problem}")
            if time.monotonic() - began > LONGEST_ROUND_S:
                raise AssertionError(f"took {time.monotonic() - began:.0f} s")
        except BaseException as error:
            error.add_note(f"round {number}: {', '.join(told)}")
            raise


def main() -> None:
    """Go on after the last round that is done."""
    DONE.parent.mkdir(exist_ok=True)
    first = int(DONE.read_text()) if DONE.exists() else 0
    for number in range(first, N_ROUNDS):
        run_round(number)
        DONE.write_text(str(number + 1))
    DONE.unlink(missing_ok=True)
    sys.stdout.write(f"{N_ROUNDS} damaged dossiers: nothing raised, every problem located\n")


if __name__ == "__main__":
    main()
