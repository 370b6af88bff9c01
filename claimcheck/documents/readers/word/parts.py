"""The files inside a DOCX, by what they are to the document."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from attrs import define, field

from claimcheck.documents.readers.safe_xml import Events, parse
from claimcheck.documents.readers.safe_zip import Archive, inside

_USUAL = "word/document.xml"


@define
class _Relations:
    """The relations of one part: kind and target by id. Targets outside of the file are passed over."""

    found: dict[str, tuple[str, str]] = field(factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = (kind, attributes.get("Target", ""))

    def end(self, name: str) -> None:
        """Nothing ends that matters."""

    def text(self, words: str) -> None:
        """No text matters."""


class Parts:
    """Finds the parts that belong to the main document."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        targets = self._relations("_rels/.rels", "")
        self.main = next((path for kind, path in targets.values() if kind == "officeDocument"), _USUAL)
        folder, name = posixpath.split(self.main)
        self._main_data = archive.read(self.main)
        self._of_main = self._relations(f"{folder}/_rels/{name}.rels", folder)

    def _relations(self, path: str, folder: str) -> dict[str, tuple[str, str]]:
        if path not in self._archive:
            return {}
        relations = _Relations()
        self._parse(path, relations)
        return {
            id_: (kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
            for id_, (kind, target) in relations.found.items()
        }

    def _parse(self, path: str, events: Events) -> None:
        with inside(path):
            parse(self._archive.read(path), events)

    def read_main(self, events: Events) -> None:
        """Run through the main document, which is read more than once."""
        with inside(self.main):
            parse(self._main_data, events)

    def read(self, kind: str, events: Events) -> None:
        """Run through the part of a kind, if there is one."""
        path = next((path for each, path in self._of_main.values() if each == kind), "")
        if path in self._archive:
            self._parse(path, events)

    def read_id(self, id_: str, events: Events) -> None:
        """Run through the part of an id, if there is one."""
        _kind, path = self._of_main.get(id_, ("", ""))
        if path in self._archive:
            self._parse(path, events)


def value(attributes: Mapping[str, str], name: str) -> str:
    """Return an attribute whatever the prefix of its name, empty when there is none."""
    found = attributes.get(f"w:{name}")
    if found is None:
        found = next((each for key, each in attributes.items() if key.rpartition(":")[2] == name), "")
    return found


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a property that can be switched is on; its mere presence switches it on."""
    return value(attributes, "val").lower() not in ("0", "false", "off")


def number(text: str, otherwise: int) -> int:
    """Return a small number, or another value when the text is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def symbol(attributes: Mapping[str, str]) -> str:
    """Return a character that is named by its code; one that is a picture in its font has no other."""
    code = value(attributes, "char")
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return REPLACEMENT
    is_of_font = "\ue000" <= character <= "\uf8ff" or not character.isprintable()
    return REPLACEMENT if is_of_font else character


REPLACEMENT = "\ufffd"
"""What stands for a character that cannot be told."""
