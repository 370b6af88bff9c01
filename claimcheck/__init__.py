"""
Compares what historical sources say, question by question, and reports where they conflict.

Three calls make the whole way: `load` a dossier, `examine` it, `render` the report. Everything in
between is records that can be looped over::

    report = claimcheck.examine(claimcheck.load("claims"))
    for conflict in report.conflicts:
        print(conflict.explanation)
    print(claimcheck.render(report, "markdown"))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck._version import __version__
from claimcheck.examine import examine

if TYPE_CHECKING:
    from claimcheck.dossier.load import load
    from claimcheck.report.render import render

__all__ = ["__version__", "examine", "load", "render"]

_FACE = {"load": "claimcheck.dossier.load", "render": "claimcheck.report.render"}


def __getattr__(name: str) -> object:
    # Imported when first used: `claimcheck read` needs neither.
    if name not in _FACE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_FACE[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
