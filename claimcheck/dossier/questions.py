"""Questions from their entries, with everything that stands under them."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, evolve, frozen

from claimcheck.dossier.attestations import AttestationReader, Frame
from claimcheck.dossier.cycles import find_cycles, shown_cycle
from claimcheck.dossier.gather import Entry
from claimcheck.dossier.ids import Tables
from claimcheck.dossier.nodes import Fields, Items, Node, Text
from claimcheck.dossier.problems import shown
from claimcheck.dossier.scopes import ScopeReader
from claimcheck.dossier.sources import read_passage
from claimcheck.dossier.spans import entry_span
from claimcheck.model.question import Omission, Question, Silence
from claimcheck.values.context import Context, Option, Options
from claimcheck.values.folding import fold
from claimcheck.values.kind import find_kind, kind_names


@frozen
class _Subject:
    """What a question is about: an id of a register, empty when the words name nothing in it."""

    id: str = ""
    is_place: bool = False


@define
class QuestionReader:
    """Reads questions against the ids and registers of the dossier."""

    tables: Tables
    scopes: ScopeReader
    context: Context
    attestations: AttestationReader

    def read(self, entry: Entry) -> Question | None:
        """Return a question with the attestations that could be read, or None when it can't be asked."""
        n_wrong = entry.page.collector.n_found
        context = self._context(entry)
        scope = self.scopes.read(_scope(entry.fields), context.when, entry.page)
        subject = self._subject(entry, context)
        context = evolve(context, place=subject.id if subject.is_place else "")
        links = {key: self._event(entry, key) for key in ("event", "relative-to")}
        part_of = self.tables.questions.find_under(entry, "part-of")
        if scope is None or not self._can_be_asked(entry) or entry.page.collector.n_found > n_wrong:
            self.tables.questions.drop(entry.fields.text("question"))
            return None
        fields = entry.fields
        question = Question(
            id=fields.text("question"),
            asks=fields.words("asks"),
            kind=fields.text("kind"),
            subject=fields.words("subject"),
            subject_id=subject.id,
            when=context.when,
            when_text=fields.text("when"),
            scope=scope,
            event=links["event"],
            relative_to=links["relative-to"],
            part_of=part_of,
            several_answers=fields.text("answers") == "several",
            options=context.options,
            silences=tuple(self._silences(entry)),
            omissions=tuple(self._omissions(entry)),
            note=fields.text("note"),
            where=entry.page.place(fields),
        )
        return self._with_attestations(question, context, entry)

    def _with_attestations(self, question: Question, context: Context, entry: Entry) -> Question:
        nodes = entry.fields.nodes.get("attestations")
        if isinstance(nodes, Items) and not nodes.nodes and not nodes.lost_items:
            entry.tell(
                "no-attestations",
                f"the question {shown(question.id)} has no attestation",
                "attestations",
                hint="add at least one `- in: DOCUMENT` with its `value`, or delete the question",
            )
        frame = Frame(question=question.id, kind=question.kind, scope=question.scope, context=context)
        found = (
            self.attestations.read(Entry(entry.page, fields), frame)
            for fields in entry.fields.entries("attestations")
        )
        return evolve(question, attestations=tuple(one for one in found if one is not None))

    def _context(self, entry: Entry) -> Context:
        return evolve(self.context, when=entry_span(entry, "when"), options=_options(entry))

    def _can_be_asked(self, entry: Entry) -> bool:
        kind = entry.fields.text("kind")
        if find_kind(kind) is None:
            hint = entry.page.suggest(kind, kind_names()) or f"known kinds are {', '.join(kind_names())}"
            entry.tell("unknown-kind", f"there is no kind of value {shown(kind)}", "kind", hint)
            return False
        if kind == "choice" and not entry.fields.items("options"):
            entry.tell(
                "no-options", "a choice needs its `options`", hint="add `options: [signed, ratified, ...]`"
            )
        if kind == "holder" and "subject" not in entry.fields:
            entry.tell("no-subject", "a holder needs its place as `subject`", hint="add `subject:`")
        return True

    def _subject(self, entry: Entry, context: Context) -> _Subject:
        """Find what the subject names; only a `holder` insists on a place."""
        text = entry.fields.words("subject")
        places = self.scopes.places.declared(text, context.when) if text else ()
        if len(places) == 1:
            return _Subject(places[0].id, is_place=True)
        if entry.fields.text("kind") != "holder" or not text:
            bodies = self.scopes.bodies.declared(text, context.when) if text and not places else ()
            return _Subject(bodies[0].id) if len(bodies) == 1 else _Subject()
        if places:
            entry.tell(
                "name-ambiguous",
                f"{shown(text)} names several places: {', '.join(place.id for place in places)}",
                "subject",
                hint="write the id of the one that is meant",
            )
        elif self.context.places:
            names = [form.text for place in self.context.places.entries for form in place.forms]
            self.tables.places.tell_unknown(text, entry.fields.mark("subject"), entry.page, names)
        return _Subject(fold(text), is_place=True)

    def _event(self, entry: Entry, key: str) -> str:
        """Return a reference to an event, with the end that it picks, after telling when it is unknown."""
        text = entry.fields.text(key)
        event, dot, end = text.rpartition(".")
        if text in self.tables.events.places or not (dot and end in ("begin", "end")):
            return self.tables.events.find_under(entry, key)
        mark = entry.fields.mark(key)
        return text if self.tables.events.find(Text(event, mark.line, mark.column), entry.page) else ""

    def _silences(self, entry: Entry) -> Iterable[Silence]:
        for fields in entry.fields.entries("silences"):
            here = Entry(entry.page, fields)
            source = self.tables.sources.find_under(here, "source")
            document = self.tables.documents.find_under(here, "in")
            if source and bool(document) == ("in" in fields):
                yield Silence(
                    source=source,
                    document=document,
                    searched=fields.text("searched"),
                    because=fields.text("because"),
                    would_have_known=fields.words("would-have-known"),
                    would_have_said=fields.words("would-have-said"),
                    record_survives=fields.words("record-survives"),
                    where=entry.page.place(fields),
                )

    def _omissions(self, entry: Entry) -> Iterable[Omission]:
        for fields in entry.fields.entries("omissions"):
            here = Entry(entry.page, fields)
            source = self.tables.sources.find_under(here, "source")
            others = self.tables.sources.find_all(fields.items("compared-with"), entry.page)
            document = self.tables.documents.find_under(here, "in")
            if source and bool(document) == ("in" in fields):
                yield Omission(
                    source=source,
                    lacks=fields.text("lacks"),
                    compared_with=others,
                    passage=read_passage(fields, document, here) if document else None,
                    because=fields.text("because"),
                    where=entry.page.place(fields),
                )


def without_cycles(questions: Iterable[Question], entries: Iterable[Entry]) -> tuple[Question, ...]:
    """
    Return the questions without figures that would be parts of themselves.

    A figure that is part of a question which was left out is part of none.
    """
    by_id = {question.id: question for question in questions}
    pages = {entry.fields.text("question"): entry for entry in entries}
    for question in by_id.values():
        if question.part_of not in by_id:
            by_id[question.id] = evolve(question, part_of="")
    for cycle in find_cycles({name: [each.part_of] if each.part_of else [] for name, each in by_id.items()}):
        closing = cycle[-1]
        by_id[closing] = evolve(by_id[closing], part_of="")
        pages[closing].tell(
            "part-of-cycle",
            f"{shown_cycle(cycle)}: each figure would include itself; "
            f"that {closing} is part of {cycle[0]} is left out",
            "part-of",
            hint="delete the wrong `part-of`",
        )
    return tuple(by_id.values())


def _scope(fields: Fields) -> Fields | None:
    return next(iter(fields.entries("scope")), None)


def _options(entry: Entry) -> Options:
    """Return the list of a choice, after telling of options that stand twice or are paired and unknown."""
    options: dict[str, Option] = {}
    is_scale = entry.fields.is_yes("scale")
    for rank, node in enumerate(entry.fields.items("options"), start=1):
        name = _option_id(node)
        if name in options:
            entry.page.tell(
                "option-twice", f"the option {shown(name)} stands twice", node, "delete one of them"
            )
        label = node.text("label") if isinstance(node, Fields) else ""
        options[name] = Option(id=name, label=label or name, rank=rank if is_scale else None)
    pairs: set[frozenset[str]] = set()
    for pair in entry.fields.items("compatible"):
        texts = [node for node in pair.nodes if isinstance(node, Text)] if isinstance(pair, Items) else []
        for node in texts:
            if node.value.strip() not in options:
                hint = entry.page.suggest(node.value, options) or "the pairs are of ids of `options`"
                entry.page.tell("unknown-id", f"there is no option {shown(node.value)}", node, hint)
        pairs.add(frozenset(node.value.strip() for node in texts))
    return Options(options=tuple(options.values()), compatible=frozenset(pairs))


def _option_id(node: Node) -> str:
    return (
        node.text("id") if isinstance(node, Fields) else node.value.strip() if isinstance(node, Text) else ""
    )
