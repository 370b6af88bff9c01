"""Bad input: what is wrong, where, and what to do about it."""

from __future__ import annotations

from attrs import field, frozen


@frozen(kw_only=True, order=True)
class Location:
    """
    A place in a file of the dossier.

    `file` is relative to the dossier's folder, with forward slashes. `line` and `column` count from 1,
    the column in code points; 0 where the whole file or line is meant.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


NOWHERE = Location(file="")


@frozen(kw_only=True)
class Problem:
    """
    Something in the input that stops a part of it from being examined.

    `code` is stable and listed in `docs/problems.md`; `message` shows what was found and what was
    expected; `hint` names the next step.
    """

    code: str
    message: str
    where: Location = field(default=NOWHERE)
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where.file else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}{self.code}: {self.message}{hint}"


def problem_order(problem: Problem) -> tuple[Location, str, str]:
    """Sort key: by place in the files, then by code and message."""
    return problem.where, problem.code, problem.message
