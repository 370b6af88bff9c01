"""ALTO, versions 2 to 4: what text recognition found on each page, string by string."""

from __future__ import annotations

from attrs import define, field

from claimcheck.documents.folding.characters import SOFT_HYPHEN, SUPERSCRIPTS
from claimcheck.documents.readers.regions import FURNITURE, NOTE, PrintedRegions, role_of
from claimcheck.documents.readers.safe_xml import parse
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Layout

_REGIONS = ("TextBlock", "ComposedBlock")
_MARGINS = {"TopMargin": FURNITURE, "BottomMargin": FURNITURE, "LeftMargin": NOTE, "RightMargin": NOTE}
_TAGS = ("LayoutTag", "StructureTag", "RoleTag", "OtherTag")
_LOSSES = {
    "Illustration": ("picture", "pictures are left out"),
    "GraphicalElement": ("graphic", "rules and ornaments are left out"),
}

_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)


def read(data: bytes, _layout: Layout) -> Transcript:
    """Read the lines of each page in the order of the file; a page bears the number that is printed on it."""
    events = _Recognised()
    parse(data, events)
    return events.regions.made.build("alto")


@define
class _Recognised:
    """The state of one run."""

    regions: PrintedRegions = field(factory=PrintedRegions)
    _is_begun: bool = False
    _labels: dict[str, str] = field(factory=dict)
    _raised: set[str] = field(factory=set)
    _line: list[str] = field(factory=list)
    _is_divided: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        if name == "String":
            self._string(attributes)
        elif name == "SP":
            self._line.append(" ")
        elif name == "HYP":
            hyphen = SOFT_HYPHEN if attributes.get("CONTENT") == SOFT_HYPHEN else "-"
            self._line.append(self._line.pop() + hyphen if self._line else hyphen)
        elif name == "TextLine":
            self._line, self._is_divided = [], False
        elif name in _REGIONS:
            self.regions.open(self._role(attributes))
        elif name in _MARGINS:
            self.regions.open(_MARGINS[name])
        elif name == "Page":
            self.regions.page(attributes.get("PRINTED_IMG_NR", ""))
        elif name in _LOSSES:
            self.regions.made.lose(*_LOSSES[name])
        else:
            self._settings(name, attributes)

    def _settings(self, name: str, attributes: dict[str, str]) -> None:
        if not self._is_begun and name != "alto":
            raise RefusedError(f"has the root element <{name[:40]}>, not <alto>", "state its format")
        self._is_begun = True
        if name in _TAGS:
            self._labels[attributes.get("ID", "")] = attributes.get("LABEL", "")
        elif name == "TextStyle" and "superscript" in attributes.get("FONTSTYLE", ""):
            self._raised.add(attributes.get("ID", ""))

    def _role(self, attributes: dict[str, str]) -> str:
        names = [self._labels.get(each, "") for each in attributes.get("TAGREFS", "").split()]
        roles = (role_of(name) for name in (*names, attributes.get("TYPE", "")))
        return next(filter(None, roles), "")

    def _string(self, attributes: dict[str, str]) -> None:
        content = attributes.get("CONTENT", "")
        is_raised = "superscript" in attributes.get("STYLE", "") or not self._raised.isdisjoint(
            attributes.get("STYLEREFS", "").split()
        )
        if is_raised and content.isascii() and content.isdecimal():
            content = content.translate(_RAISED)
        self._line.append(content)
        self._is_divided = attributes.get("SUBS_TYPE") == "HypPart1"

    def end(self, name: str) -> None:
        """Leave an element."""
        if name == "TextLine":
            # Some programs leave all spaces out.
            between = "" if " " in self._line else " "
            self.regions.line(between.join(self._line), is_divided=self._is_divided)
        elif name in _REGIONS or name in _MARGINS:
            self.regions.close()

    def text(self, words: str) -> None:
        """Pass text over: ALTO keeps its words in attributes."""
