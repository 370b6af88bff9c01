"""Data files and templates of the package, read here and nowhere else."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any


def read_data(name: str) -> str:
    """Return the text of one of the package's own data files, UTF-8."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def read_table(name: str) -> dict[str, Any]:
    """Return one of the package's own TOML files, parsed once for all who read it: nobody may change it."""
    import tomllib

    return tomllib.loads(read_data(name))


def read_part(package: str, name: str) -> str:
    """Return the text of a template, style or script that lies beside the modules of a package, UTF-8."""
    return files(package).joinpath(name).read_text(encoding="utf-8")
