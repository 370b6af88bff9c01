"""RIS records as CSL items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from claimcheck.dossier.csl import Found
from claimcheck.dossier.problems import Page, shown

_TYPES = {
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP"), "chapter"),
    **dict.fromkeys(("JOUR", "EJOUR", "INPR"), "article-journal"),
    **dict.fromkeys(("CONF", "CPAPER"), "paper-conference"),
    **dict.fromkeys(("ELEC", "WEB"), "webpage"),
    **dict.fromkeys(("MANSCPT", "UNPB"), "manuscript"),
    **dict.fromkeys(("DICT",), "entry-dictionary"),
    **dict.fromkeys(("ENCYC",), "entry-encyclopedia"),
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "PCOMM": "personal_communication",
    "ICOMM": "personal_communication",
    "RPRT": "report",
    "THES": "thesis",
    "MAP": "map",
    "PAMP": "pamphlet",
    "HEAR": "hearing",
    "BILL": "bill",
    "CASE": "legal_case",
    "STAT": "legislation",
    "PAT": "patent",
    "BLOG": "post-weblog",
    "JFULL": "periodical",
    "SER": "collection",
    "DATA": "dataset",
    "MPCT": "motion_picture",
    "FIGURE": "figure",
    "ART": "graphic",
    "CLSWK": "classic",
}

# CSL variable: the keys of rispy that may hold it, the first that is there wins.
_FIELDS = {
    "title": ("title", "primary_title"),
    "title-short": ("short_title",),
    "container-title": ("journal_name", "secondary_title", "alternate_title3", "alternate_title1"),
    "collection-title": ("tertiary_title",),
    "publisher": ("publisher",),
    "publisher-place": ("place_published",),
    "edition": ("edition",),
    "volume": ("volume",),
    "issue": ("number",),
    "number-of-volumes": ("number_of_volumes",),
    "call-number": ("call_number",),
    "archive": ("name_of_database",),
    "archive_location": ("accession_number",),
    "genre": ("type_of_work",),
    "language": ("language",),
    "abstract": ("abstract", "notes_abstract"),
    "DOI": ("doi",),
    "original-date": ("original_publication",),
}
_ROLES = {
    "author": ("first_authors", "authors"),
    "editor": ("secondary_authors",),
    "translator": ("subsidiary_authors",),
}
_BEGIN = re.compile(r"(?m)^TY  ?-")


def read_ris(text: str, page: Page) -> Iterator[Found]:
    """
    Yield the records of a RIS file as CSL items; those that cannot be read are told with their line.

    Each record is parsed by itself: one that is broken takes no other with it.
    """
    import rispy

    begins = [match.start() for match in _BEGIN.finditer(text)]
    if not begins:
        page.tell_at(
            "bib-syntax", "holds no record of RIS", 0, hint="a record begins with a line `TY  - ...`"
        )
    line, counted = 1, 0
    for begin, end in pairwise((*begins, len(text))):
        line, counted = line + text.count("\n", counted, begin), begin
        try:
            records = rispy.loads(text[begin:end])
        except (OSError, ValueError, KeyError, IndexError) as error:
            page.tell_at("bib-entry", f"this record is left out: {shown(str(error))}", line)
            continue
        for record in records:
            yield Found(_item(record), line)


def _item(record: Mapping[str, Any]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "citation-key": _first(record, ("id", "label")),
        "type": _TYPES.get(str(record.get("type_of_reference", "")).strip(), "document"),
        "issued": {"raw": _date(record, ("date", "year", "publication_year"))},
        "accessed": {"raw": _date(record, ("access_date",))},
        "page": "-".join(filter(None, (_first(record, ("start_page",)), _first(record, ("end_page",))))),
        "URL": _first(record, ("urls",)),
        "note": "\n".join(_all(record, ("notes", "note", "research_notes"))),
    }
    for variable, keys in _FIELDS.items():
        item[variable] = _first(record, keys)
    number = _first(record, ("issn",))
    item["ISBN" if item["type"] in ("book", "chapter") else "ISSN"] = number
    for role, keys in _ROLES.items():
        item[role] = [_name(name) for name in _all(record, keys)]
    return item


def _all(record: Mapping[str, Any], keys: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for key in keys:
        value = record.get(key, [])
        found += [str(one) for one in value] if isinstance(value, list) else [str(value)]
    return found


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((text for text in _all(record, keys) if text.strip()), "")


def _name(name: str) -> dict[str, str]:
    family, comma, rest = name.partition(",")
    given, _, suffix = rest.partition(",")
    return {"family": family, "given": given, "suffix": suffix} if comma else {"literal": name}


def _date(record: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    """Return the most exact of some dates, `1921/03/17/` or `1921`, as EDTF."""
    dates = [re.sub(r"/+", "-", text.strip().rstrip("/")) for text in _all(record, keys) if text.strip()]
    good = [text for text in dates if re.fullmatch(r"\d{4}(-\d\d){0,2}", text)]
    return max(good, key=len, default=next(iter(dates), ""))
