"""Attestations from their entries: who says it through whom, in which words, and what they leave possible."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256

from attrs import define, evolve, field, frozen

from claimcheck.dossier.format import UNSTATED
from claimcheck.dossier.gather import Entry
from claimcheck.dossier.ids import Ids, Tables
from claimcheck.dossier.nodes import Fields
from claimcheck.dossier.problems import shown
from claimcheck.dossier.scopes import ScopeReader
from claimcheck.dossier.sources import read_passage
from claimcheck.model.criticism import RULES, Grade
from claimcheck.model.document import Document, Passage
from claimcheck.model.question import Attestation, Basis, Link, Relay
from claimcheck.values.context import Context
from claimcheck.values.kind import find_kind
from claimcheck.values.relation import Stance
from claimcheck.values.scope import Scope
from claimcheck.values.value import UnreadableError, Value

# A value is a phrase. What is longer is something else, and no kind's grammar should be led through it.
LONGEST_VALUE = 1000


@frozen(kw_only=True)
class Frame:
    """What a question lends to each of its attestations."""

    question: str
    kind: str
    scope: Scope
    context: Context
    _contexts: dict[tuple[str, str, str], Context] = field(factory=dict, init=False, eq=False, repr=False)

    def context_for(self, language: str, calendar: str, notation: str) -> Context:
        """Return the context of an attestation; those of one document share it."""
        key = language, calendar, notation
        if key not in self._contexts:
            self._contexts[key] = evolve(
                self.context, language=language, calendar=calendar, notation=notation
            )
        return self._contexts[key]


@define
class AttestationReader:
    """Reads attestations, and remembers the entry of each, by id, for what refers to it later."""

    tables: Tables
    scopes: ScopeReader
    documents: Mapping[str, Document]
    ids: Ids = field(factory=lambda: Ids("attestation"))
    entries: dict[str, Entry] = field(factory=dict)

    def read(self, entry: Entry, frame: Frame) -> Attestation | None:
        """
        Return an attestation, or None after telling everything that is wrong with it.

        It is never kept in part: without its hedge, stance or scope it would say something else.
        """
        n_wrong = entry.page.collector.n_found
        fields = entry.fields
        document = self.documents.get(self.tables.documents.find_under(entry, "in"))
        chain = self._chain(entry, document) if document is not None else ()
        scope = self.scopes.read(next(iter(fields.entries("scope")), None), frame.context.when, entry.page)
        passages = tuple(self._passages(entry, document)) if document is not None else ()
        damage = {key: self.tables.damage.find_under(entry, key) for key in ("damage", "beside")}
        _check_basis(entry)
        value = _value(entry, frame, document)
        if document is None or scope is None or value is None or entry.page.collector.n_found > n_wrong:
            self._leave_out(fields.text("id"), frame.question)
            return None
        stance = Stance(fields.text("stance") or "affirms")
        content: list[object] = [
            *(frame.question, document.id, [link.source for link in chain], stance.value, value.text),
            [passage.locator for passage in passages],
            [[passage.quotation, passage.until] for passage in passages],
        ]
        name = self._declare(frame.question, content, entry)
        if name is None:
            return None
        full_scope = scope.within(frame.scope) if frame.scope else scope
        return Attestation(
            id=name,
            question=frame.question,
            document=document.id,
            chain=chain,
            stance=stance,
            value=evolve(value, scope=value.scope.within(full_scope)) if full_scope else value,
            printed=fields.words("printed"),
            basis=Basis(fields.text("basis") or "stated"),
            because=fields.words("because"),
            scope=full_scope,
            passages=passages,
            damage=damage["damage"],
            beside=damage["beside"],
            grades=_grades(fields),
            note=fields.text("note"),
            where=entry.page.place(fields),
        )

    def _leave_out(self, short: str, question: str) -> None:
        if short:
            self.ids.left_out.add(f"{question}.{short}")

    def _declare(self, question: str, content: list[object], entry: Entry) -> str | None:
        """
        Return the full id of an attestation, or None after telling that there is one like it already.

        Without an `id` it is made from what is attested and where, so that nothing that is added
        elsewhere changes it.
        """
        short = entry.fields.text("id")
        name = f"{question}.{short or _digest(content)}"
        if name not in self.entries:
            self.entries[name] = entry
            self.ids.places[name] = entry.page.place(entry.fields)
            return name
        if short:
            self.ids.tell_twice(name, entry.fields.mark("id"), entry.page)
        else:
            entry.tell(
                "attestation-twice",
                f"the same words are attested at {self.ids.places[name]} already; this one is left out",
                hint="delete one of the two, or give each an `id` if the words stand there twice",
            )
        return None

    def _chain(self, entry: Entry, document: Document) -> tuple[Link, ...]:
        """Return the chain from the document's own source to the speaker, empty when a source is unknown."""
        fields = entry.fields
        nodes = fields.items("chain")
        if not nodes:
            return (Link(source=document.source, hedge=fields.words("hedge")),)
        if "hedge" in fields:
            entry.tell(
                "hedge-with-chain",
                "with a chain, each link has a hedge of its own",
                "hedge",
                hint="move the hedge into the link whose caution it is: {source: ..., hedge: ...}",
            )
        links: list[Link] = []
        for node in nodes:
            link = node if isinstance(node, Fields) else None
            source = self.tables.sources.find(link.mark("source") if link else node, entry.page)
            relay = link.text("relay") if link else ""
            links.append(
                Link(
                    source=source or "",
                    relay=Relay(relay) if relay else None,
                    hedge=link.words("hedge") if link else "",
                )
            )
        if links[-1].relay is not None:
            entry.page.tell(
                "chain-ends-with-relay",
                f"the last link of a chain speaks for itself and cannot be one that {links[-1].relay.value}",
                nodes[-1],
                hint="a relay is what a link does with the words of the next one: move it one up",
            )
        return _completed(links, document)

    def _passages(self, entry: Entry, document: Document) -> Iterable[Passage]:
        fields = entry.fields
        own = [key for key in ("at", "quote", "until") if key in fields]
        if own and "passages" in fields:
            entry.tell(
                "passages-twice",
                f"there is `passages` and `{own[0]}` as well",
                own[0],
                hint="move it into the list of `passages`",
            )
        if own:
            yield read_passage(fields, document.id, entry)
        for passage in fields.entries("passages"):
            here = Entry(entry.page, passage)
            name = self.tables.documents.find_under(here, "in") or document.id
            yield read_passage(passage, name, here)


def _grades(fields: Fields) -> tuple[Grade, ...]:
    """Return the declared grades in the order of the rules, whatever order they are written in."""
    declared = next(iter(fields.entries("grades")), None)
    found = {rule.id: each for rule in RULES if declared for each in declared.entries(rule.id)}
    return tuple(
        Grade(rule=rule, best=each.text("grade"), worst=each.text("grade"), because=each.words("because"))
        for rule, each in found.items()
    )


def _digest(content: list[object]) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:8]


def _completed(links: list[Link], document: Document) -> tuple[Link, ...]:
    """Return the links with the document's own source first; a link that does not speak at least reports."""
    if links[0].source != document.source:
        links = [Link(source=document.source), *links]
    relaying = (link if link.relay else evolve(link, relay=Relay.REPORTS) for link in links[:-1])
    last = links[-1]
    return (*relaying, last if last.relay is None else evolve(last, relay=None))


def _check_basis(entry: Entry) -> None:
    if entry.fields.text("basis") == "implied" and "because" not in entry.fields:
        entry.tell(
            "implied-without-because",
            "what is implied needs `because`",
            "basis",
            hint="say in your own words how it follows from those of the document",
        )


def _value(entry: Entry, frame: Frame, document: Document | None) -> Value | None:
    fields = entry.fields
    text = fields.words("value")
    if not text and frame.kind == "occurrence":
        text = "happened"
    if not text:
        entry.tell("missing-key", "expected the key 'value'", hint="add `value:` with what the source says")
        return None
    if len(text) > LONGEST_VALUE:
        entry.tell(
            "value-too-long",
            f"the value has {len(text)} characters; {LONGEST_VALUE} are read",
            "value",
            hint="write only what is compared; the words of the source belong into `quote` or `printed`",
        )
        return None
    language = fields.text("language") or (document.language if document is not None else "")
    calendar = fields.text("calendar") or (document.calendar if document is not None else "")
    context = frame.context_for(
        language, "" if calendar == UNSTATED else calendar, fields.text("notation") or "words"
    )
    kind = find_kind(frame.kind)
    assert kind is not None  # noqa: S101 - the question was left out otherwise
    try:
        return kind.read(text, context)
    except UnreadableError as error:
        entry.tell(error.code, error.message, "value", error.hint or f"{shown(text)} is no {frame.kind}")
    except Exception as error:  # noqa: BLE001 - a kind of somebody else's may raise anything
        message = f"the kind {frame.kind!r} failed on {shown(text)}: {error!r}"
        entry.tell(
            "kind-failed", message, "value", hint="tell the makers of the kind; till then write it otherwise"
        )
    return None
