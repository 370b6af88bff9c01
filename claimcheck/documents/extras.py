"""Packages that make searching faster where they are installed; everything works without them."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from types import ModuleType

SWITCH = "CLAIMCHECK_EXTRAS"
"""Set to 0, this variable of the environment leaves the extras aside, for measuring what they bring."""


@cache
def extra(module: str) -> ModuleType | None:
    """Return a module of an extra, None when it is missing, broken or switched off."""
    if os.environ.get(SWITCH) == "0":
        return None
    try:
        return import_module(module)
    except Exception:  # noqa: BLE001 - a wheel for another processor may raise anything
        return None
