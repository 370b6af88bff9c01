"""Sources from CSL-JSON, which is what Zotero exports and what other formats are turned into first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from claimcheck.dossier.format import CREATOR_ROLES, CSL_TEXTS, CSL_TYPES
from claimcheck.dossier.problems import Page
from claimcheck.dossier.source_ids import source_id
from claimcheck.dossier.spans import read_span
from claimcheck.model.source import Creator, Source
from claimcheck.values.value import UnreadableError

Item = Mapping[str, Any]

# Longer ones are no bibliography, and one of them could fill a file of the dossier by itself.
LONGEST_FIELD = 100_000

_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_OLD_NAMES = {"title-short": "shortTitle", "event-title": "event", "number-of-volumes": "number_of_volumes"}
_DATES = ("original-date", "accessed")


@frozen
class Found:
    """An entry of a bibliography as a CSL item, with the line that it begins on."""

    item: Item
    line: int


def read_csl(text: str, page: Page) -> Iterator[Found]:
    """
    Yield the items of a CSL-JSON file.

    After a mistake in the syntax the items before it are kept and the mistake is told.
    """
    decoder, index, line = json.JSONDecoder(), _skip(text, 0), 1
    counted = 0
    if text[index : index + 1] == "[":
        index = _skip(text, index + 1)
    while index < len(text) and text[index] != "]":
        line, counted = line + text.count("\n", counted, index), index
        try:
            item, index = decoder.raw_decode(text, index)
        except (ValueError, RecursionError) as error:
            where = getattr(error, "lineno", line), getattr(error, "colno", 0)
            page.tell_at("bib-syntax", f"is not JSON from here on: {_reason(error)}", *where)
            return
        if isinstance(item, dict):
            yield Found(item, line)
        else:
            page.tell_at("bib-entry", "expected an item of CSL-JSON", line, hint="export as CSL JSON")
        index = _skip(text, index)


def _skip(text: str, index: int) -> int:
    match = re.compile(r"[\s,]*").match(text, index)
    return match.end() if match else index


def _reason(error: Exception) -> str:
    return getattr(error, "msg", "") or "it is nested too deep or holds a number too long"


def source_of(found: Found, page: Page) -> Source | None:
    """
    Return a source under the id that it wants, or None after telling what is wrong with the entry.

    A field that cannot be kept is told, and the entry is kept without it.
    """
    item, line = found.item, found.line
    if any(isinstance(value, str) and len(value) > LONGEST_FIELD for value in item.values()):
        page.tell_at("bib-entry", f"has a field of more than {LONGEST_FIELD} characters", line)
        return None
    source = Source(
        id="new",
        title=_text(item.get("title")),
        type=_type(item, line, page),
        creators=tuple(_creators(item)),
        issued=_issued(item, line, page),
        container_title=_text(item.get("container-title")),
        other=tuple(_others(item)),
        note=_block(item.get("note")),
    )
    if not (source.title or source.creators or source.container_title):
        page.tell_at("bib-entry", "has neither a title nor a name", line, hint="fill it in and export again")
        return None
    key = _text(item.get("citation-key")) or _text(item.get("id"))
    return _with_id(source, key)


def _with_id(source: Source, key: str) -> Source:
    from attrs import evolve

    return evolve(source, id=source_id(key, source))


def _text(value: object) -> str:
    """Return a text on one line without invisible characters; numbers as they are written."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(_INVISIBLE.sub(" ", str(value)).split())


def _block(value: object) -> str:
    """Return a text of several lines, each cleaned."""
    lines = value.split("\n") if isinstance(value, str) else [value]
    return "\n".join(_text(line) for line in lines).strip()


def _type(item: Item, line: int, page: Page) -> str:
    found = _text(item.get("type")).replace("motion-picture", "motion_picture")
    if found and found not in CSL_TYPES:
        page.tell_at("bib-type", f"{found!r} is no type of CSL; `document` is written instead", line)
    return found if found in CSL_TYPES else "document"


def _creators(item: Item) -> Iterator[Creator]:
    for role in CREATOR_ROLES:
        names = item.get(role)
        for name in names if isinstance(names, list) else []:
            if isinstance(name, dict):
                creator = _creator(name, role)
                if creator is not None:
                    yield creator


def _creator(name: Item, role: str) -> Creator | None:
    parts = {key: _text(value) for key, value in name.items()}
    family = " ".join(filter(None, (parts.get("non-dropping-particle"), parts.get("family"))))
    given = " ".join(filter(None, (parts.get("given"), parts.get("dropping-particle"))))
    if parts.get("suffix"):
        given = ", ".join(filter(None, (given, parts["suffix"])))
    literal = parts.get("literal", "")
    if not (family or given or literal):
        return None
    return Creator(family=family, given=given, literal=literal, role=role)


def _others(item: Item) -> Iterator[tuple[str, str]]:
    for key in CSL_TEXTS:
        value = item.get(key, item.get(_OLD_NAMES.get(key, key)))
        text = edtf_of(value) if key in _DATES else _block(value) if key == "abstract" else _text(value)
        if text:
            yield key, text


def _issued(item: Item, line: int, page: Page) -> str:
    value = item.get("issued")
    text = edtf_of(value)
    try:
        if text:
            read_span(text)
    except UnreadableError as error:
        page.tell_at("bib-date", f"the date is left out: {error.message}", line, hint=error.hint)
        return ""
    return text


def edtf_of(value: object) -> str:
    """
    Return a date of CSL as EDTF, empty when there is none.

    >>> edtf_of({"date-parts": [[1921, 3, 17]]}), edtf_of({"date-parts": [["1921"], [1922, 2]], "circa": 1})
    ('1921-03-17', '1921~/1922-02~')
    """
    if not isinstance(value, Mapping):
        return _text(value)
    parts = value.get("date-parts")
    days = [_day(part) for part in parts if isinstance(part, list)] if isinstance(parts, list) else []
    days = [day for day in days if day]
    if not days:
        return _text(value.get("raw")) or _text(value.get("literal"))
    season = _text(value.get("season"))
    if len(days) == 1 and len(days[0]) == 4 and season in ("1", "2", "3", "4"):
        days = [f"{days[0]}-2{season}"]
    mark = "~" if value.get("circa") not in (None, False, 0, "", "false", "0") else ""
    return "/".join(day + mark for day in days[:2])


def _day(parts: list[object]) -> str:
    numbers = [_text(part) for part in parts[:3]]
    if not numbers or not re.fullmatch(r"-?[0-9]{1,4}", numbers[0]):
        return ""
    year = int(numbers[0])
    text = f"{'-' if year < 0 else ''}{abs(year):04}"
    for number in numbers[1:]:
        if not re.fullmatch(r"[0-9]{1,2}", number) or not int(number):
            break
        text += f"-{int(number):02}"
    return text
