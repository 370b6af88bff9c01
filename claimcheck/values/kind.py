"""What a kind of value must be able to do, and how kinds are found by name."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from claimcheck.values.context import Context
from claimcheck.values.value import Value

JSON = dict[str, Any]

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


@runtime_checkable
class Kind(Protocol):
    """
    A kind of value: reads words, shows regions, and writes itself as JSON.

    Comparison needs nothing more: it asks the regions. A third party adds a kind by naming an object
    like this under the entry point group `claimcheck.kinds`; `docs/new-kind.md` walks through one.
    """

    name: str
    about: str
    """One line for the help text: what such a value says."""

    def read(self, text: str, context: Context) -> Value:
        """Return what the words leave possible; raise `UnreadableError` when they say nothing of the kind."""
        ...

    def as_json(self, value: Value, context: Context) -> JSON:
        """Return the kind's own fields of the JSON answer of `claimcheck read`."""
        ...


_BUILT_IN = {
    "quantity": "quantity",
    "date": "date",
    "place": "place",
    "person": "person",
    "holder": "holder",
    "occurrence": "occurrence",
    "choice": "choice",
    "set": "members",
    "order": "order",
}


def kind_names() -> tuple[str, ...]:
    """Return the names of all installed kinds: our nine in a fixed order, then others by name."""
    return (*_BUILT_IN, *(name for name in sorted(_third_party()) if name not in _BUILT_IN))


@cache
def find_kind(name: str) -> Kind | None:
    """
    Return the kind of this name, or None.

    A third party's entry point that fails to load raises: a kind that silently went missing would make
    questions unreadable for no visible reason.
    """
    if name in _BUILT_IN:
        found = import_module(f"claimcheck.values.{_BUILT_IN[name]}").KIND
    elif name in _third_party():
        found = _third_party()[name].load()
    else:
        return None
    if not isinstance(found, Kind):
        raise TypeError(f"{name!r} is registered as a kind of value, but {found!r} is not one")
    return found


@cache
def _third_party() -> dict[str, EntryPoint]:
    # Only asked for when a name is not ours: reading the installed packages takes longer than a report.
    from importlib.metadata import entry_points

    return {entry_point.name: entry_point for entry_point in entry_points(group="claimcheck.kinds")}
