"""Sources and documents from their entries, and the damage in them."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.dossier.format import CREATOR_ROLES, CSL_TEXTS
from claimcheck.dossier.gather import Entry
from claimcheck.dossier.ids import Tables
from claimcheck.dossier.nodes import Fields
from claimcheck.dossier.problems import shown
from claimcheck.dossier.spans import entry_span, read_span, span_at
from claimcheck.model.damage import Damage, Emendation
from claimcheck.model.document import Document, Layout, Passage
from claimcheck.model.source import Creator, Form, Source
from claimcheck.values.span import Span
from claimcheck.values.value import UnreadableError


def read_source(entry: Entry, tables: Tables) -> Source:
    """Return a source."""
    fields = entry.fields
    made = next(iter(fields.entries("made")), None)
    issued_span = entry_span(entry, "issued")
    made_span = span_at(made.mark("when"), entry.page) if made is not None and "when" in made else None
    return Source(
        id=fields.text("id"),
        title=fields.text("title"),
        type=fields.text("type") or "document",
        creators=tuple(_creators(entry, tables)),
        issued=fields.text("issued") if issued_span else "",
        issued_span=_original_span(fields) or issued_span,
        container_title=fields.text("container-title"),
        other=tuple((key, fields.text(key)) for key in fields.nodes if key in CSL_TEXTS),
        short=fields.text("short"),
        form=Form(fields.text("form") or "unstated"),
        made=made.text("when") if made is not None and made_span is not None else "",
        made_span=made_span,
        made_at=made.text("at") if made is not None else "",
        side=fields.text("side"),
        authenticity=fields.text("authenticity"),
        survives=fields.is_yes("survives") if "survives" in fields else None,
        is_unnamed=fields.is_yes("unnamed"),
        note=fields.text("note"),
        where=entry.page.place(fields),
    )


def _original_span(fields: Fields) -> Span | None:
    """Return the days of CSL's `original-date`, which is free text: None when it is no date in EDTF."""
    try:
        return read_span(fields.text("original-date"))
    except UnreadableError:
        return None


def _creators(entry: Entry, tables: Tables) -> Iterable[Creator]:
    for role in CREATOR_ROLES:
        for fields in entry.fields.entries(role):
            names = {key: fields.text(key) for key in ("family", "given", "literal")}
            if any(names.values()):
                person = tables.persons.find_under(Entry(entry.page, fields), "person")
                yield Creator(**names, role=role, person=person)
            else:
                entry.page.tell(
                    "no-name", f"this {role} has no name", fields, "write `family:` or `literal:`"
                )


def read_document(entry: Entry, tables: Tables) -> Document | None:
    """Return a document, or None when its own source is not known."""
    fields = entry.fields
    source = tables.sources.find(fields.mark("source"), entry.page)
    if source is None:
        return None
    layout = next(iter(fields.entries("layout")), None)
    return Document(
        id=fields.text("id"),
        source=source,
        file=_file(entry),
        sha256=fields.text("sha256").lower(),
        language=fields.text("language"),
        calendar=fields.text("calendar"),
        format=fields.text("format"),
        encoding=fields.text("encoding"),
        layout=_layout(layout) if layout is not None else Layout(),
        note=fields.text("note"),
        where=entry.page.place(fields),
    )


def _layout(fields: Fields) -> Layout:
    first = fields.text("first-page")
    return Layout(first_page=int(first) if first else None, breaks=fields.text("breaks"))


def _file(entry: Entry) -> str:
    path = entry.fields.text("file")
    parts = path.replace("\\", "/").split("/")
    if path and (not parts[0] or ".." in parts or ":" in parts[0]):
        entry.tell(
            "file-path",
            f"the path {shown(path)} leads out of the folder of the documents",
            "file",
            hint="write the path below that folder, with forward slashes",
        )
        return ""
    return "/".join(part for part in parts if part not in ("", "."))


def read_passage(fields: Fields, document: str, entry: Entry) -> Passage:
    """Return the passage that the keys `at`, `quote` and `until` of a mapping describe."""
    if "until" in fields and "quote" not in fields:
        entry.page.tell(
            "until-without-quote",
            "`until` says where a passage ends, and there is no `quote` from which it runs",
            fields.mark("until"),
            hint="write the first words as `quote`, the last as `until`",
        )
    return Passage(
        document=document,
        locator=fields.text("at"),
        quotation=fields.text("quote"),
        until=fields.text("until") if "quote" in fields else "",
        where=entry.page.place(fields.mark("quote")),
    )


def read_damage(entry: Entry, tables: Tables) -> Damage | None:
    """Return a damaged span, or None when its document is not known."""
    fields = entry.fields
    document = tables.documents.find(fields.mark("in"), entry.page)
    if document is None:
        return None
    return Damage(
        id=fields.text("id"),
        kind=fields.text("kind") or "garbled",
        passage=read_passage(fields, document, entry),
        because=fields.text("because"),
        emendations=tuple(
            Emendation(reads=emendation.text("reads"), because=emendation.text("because"))
            for emendation in fields.entries("emendations")
        ),
        where=entry.page.place(fields),
    )
