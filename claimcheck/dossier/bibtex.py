"""BibTeX and BibLaTeX entries as CSL items."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from claimcheck.dossier.csl import Found
from claimcheck.dossier.problems import Page

_TYPES = {
    "article": "article-journal",
    **dict.fromkeys(("book", "mvbook", "collection", "mvcollection", "proceedings", "reference"), "book"),
    **dict.fromkeys(("inbook", "incollection", "bookinbook", "suppbook"), "chapter"),
    **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), "thesis"),
    **dict.fromkeys(("techreport", "report"), "report"),
    **dict.fromkeys(("online", "electronic", "www"), "webpage"),
    "booklet": "pamphlet",
    "periodical": "periodical",
    "unpublished": "manuscript",
    "letter": "personal_communication",
    "dataset": "dataset",
    "patent": "patent",
    "inreference": "entry-encyclopedia",
}

# CSL variable: the fields of BibTeX that may hold it, the first that is there wins.
_FIELDS = {
    "title-short": ("shorttitle",),
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle"),
    "collection-title": ("series",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("location", "address"),
    "edition": ("edition",),
    "volume": ("volume",),
    "issue": ("issue",),
    "number-of-volumes": ("volumes",),
    "genre": ("type",),
    "medium": ("howpublished",),
    "language": ("langid", "language"),
    "abstract": ("abstract",),
    "URL": ("url",),
    "DOI": ("doi",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "event-title": ("eventtitle",),
    "archive": ("library",),
    "note": ("note", "annotation", "annote"),
    "original-date": ("origdate", "origyear"),
    "accessed": ("urldate",),
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_bibtex(text: str, page: Page) -> Iterator[Found]:
    """Yield the entries of a .bib file as CSL items; entries that cannot be read are told with their line."""
    from bibtexparser import middlewares
    from bibtexparser.entrypoint import parse_string

    # The parser logs each broken entry as well; what it found is told as a problem instead.
    logger = logging.getLogger("bibtexparser")
    quiet = logging.NullHandler()
    logger.addHandler(quiet)
    try:
        library = parse_string(
            text,
            append_middleware=[
                middlewares.SeparateCoAuthors(),
                middlewares.SplitNameParts(),
                middlewares.LatexDecodingMiddleware(),
            ],
        )
    finally:
        logger.removeHandler(quiet)
    for block in library.failed_blocks:
        reason = " ".join(str(block.error).split())[:200]
        page.tell_at("bib-entry", f"this entry is left out: {reason}", (block.start_line or 0) + 1)
    for entry in library.entries:
        fields = {field.key.lower(): field.value for field in entry.fields}
        yield Found(_item(entry.key, entry.entry_type.lower(), fields), (entry.start_line or 0) + 1)


def _item(key: str, entry_type: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    item: dict[str, Any] = {"citation-key": key, "type": _TYPES.get(entry_type, "document")}
    item["title"] = ": ".join(filter(None, (_plain(fields.get("title")), _plain(fields.get("subtitle")))))
    for variable, names in _FIELDS.items():
        value = next((_plain(fields[name]) for name in names if fields.get(name)), "")
        if value:
            item[variable] = value
    if fields.get("number"):
        item["issue" if entry_type == "article" else "number"] = _plain(fields["number"])
    if fields.get("pages"):
        item["page"] = re.sub(r"\s*[-–]+\s*", "-", _plain(fields["pages"]))
    item["issued"] = {"raw": _issued(fields)}
    for role in ("author", "editor", "translator"):
        people = fields.get(role)
        if isinstance(people, list):
            item[role] = [_name(person) for person in people]
    return item


def _plain(value: object) -> str:
    """Return a field without the braces that protect its capitals."""
    return re.sub(r"(?<!\\)[{}]", "", value).strip() if isinstance(value, str) else ""


def _name(name: Any) -> dict[str, str]:
    first, von, last, junior = (" ".join(part) for part in (name.first, name.von, name.last, name.jr))
    if last.startswith("{") and not first:
        return {"literal": _plain(last)}
    return {
        "family": _plain(last),
        "given": _plain(first),
        "non-dropping-particle": _plain(von),
        "suffix": _plain(junior),
    }


def _issued(fields: Mapping[str, Any]) -> str:
    date = _plain(fields.get("date"))
    if date:
        return date
    year, month = _plain(fields.get("year")), _plain(fields.get("month")).lower()
    if not re.fullmatch(r"-?\d{4}", year):
        return year
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else int(month) if month.isdecimal() else 0
    return f"{year}-{number:02}" if 1 <= number <= 12 else year
