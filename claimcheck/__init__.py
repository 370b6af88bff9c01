"""
Compares what historical sources say, question by question, and reports where they conflict.

>>> import claimcheck
>>> dossier = claimcheck.load("claims")                         # doctest: +SKIP
>>> report = claimcheck.examine(dossier)                        # doctest: +SKIP
>>> for conflict in report.conflicts: print(conflict.explanation)  # doctest: +SKIP
>>> print(claimcheck.render(report, "markdown"))                # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck._version import __version__

if TYPE_CHECKING:
    from claimcheck.dossier.load import load
    from claimcheck.examine import examine
    from claimcheck.report.render import render

__all__ = ["__version__", "examine", "load", "render"]

_FACE = {
    "load": "claimcheck.dossier.load",
    "examine": "claimcheck.examine",
    "render": "claimcheck.report.render",
}


def __getattr__(name: str) -> object:
    # The three calls are imported when they are first used: `claimcheck read` needs none of them.
    if name not in _FACE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_FACE[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
