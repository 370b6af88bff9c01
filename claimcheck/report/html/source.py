"""The sources as the page shows them: what each is, on whom it depends, to what it speaks."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from claimcheck.model.plain import plain
from claimcheck.model.source import Source
from claimcheck.report.anchor import question_anchor, source_anchor
from claimcheck.report.show import criticism_rows
from claimcheck.report.view import View


@frozen(kw_only=True)
class Dependence:
    """A declared link to another source: how, to which, how certain, and why."""

    how: str
    name: str
    anchor: str
    status: str
    because: str


@frozen(kw_only=True)
class SourceShown:
    """All of a source, in the order in which it is read. `speaks_to` are (anchor, asked) pairs."""

    id: str
    anchor: str
    name: str
    rows: tuple[tuple[str, str], ...]
    depends: tuple[Dependence, ...]
    speaks_to: tuple[tuple[str, str], ...]


def show_sources(view: View) -> tuple[SourceShown, ...]:
    """Return every source of the dossier by its name, and those that chains name without a record."""
    dossier = view.report.dossier
    spoken: dict[str, dict[str, None]] = {}
    for attestation in view.attestations:
        for link in attestation.chain:
            spoken.setdefault(link.source, {}).setdefault(attestation.question)
    known = {each.id for each in dossier.sources}
    strangers = (Source(id=each) for each in sorted(set(spoken) - known))
    depends: dict[str, list[Dependence]] = {}
    for derivation in dossier.derivations:
        depends.setdefault(derivation.child, []).append(
            Dependence(
                how=plain(derivation.kind.replace("-", " ")),
                name=view.source(derivation.parent),
                anchor=source_anchor(derivation.parent),
                status=derivation.status.value,
                because=plain(derivation.because),
            )
        )
    return tuple(
        SourceShown(
            id=plain(source.id),
            anchor=source_anchor(source.id),
            name=view.source(source.id),
            rows=tuple(_rows(source)),
            depends=tuple(depends.get(source.id, ())),
            speaks_to=tuple((question_anchor(each), view.asks(each)) for each in spoken.get(source.id, ())),
        )
        for source in sorted((*dossier.sources, *strangers), key=lambda each: (view.source(each.id), each.id))
    )


def _rows(source: Source) -> Iterator[tuple[str, str]]:
    for lead, text in criticism_rows(source):
        if text:
            yield plain(lead), plain(text)
