"""The format of a dossier, declared once: the reader checks against it, the JSON Schema is made from it."""

from __future__ import annotations

from attrs import evolve

from claimcheck.dossier.shape import Choice, Either, ListOf, Record, Shape, Words, YesNo
from claimcheck.model.criticism import RULES
from claimcheck.model.document import FORMATS

VERSION = "1"

TEXT = Words()
ID = Words(
    expected="an id",
    pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$",
    hint="an id has letters a-z without accents, digits, '.', '_' and '-', and begins with a letter or digit",
    about="an id",
)
SPAN = Words(
    expected="a day or span (EDTF)",
    pattern=r"[0-9]",
    hint="write 1921, 1921-03, 1921-03-17, 1921-03-11/1921-03-17 or ../1936",
    about="a day or span in EDTF: 1921, 1921-03, 1921-03-17, 1921-03-11/1921-03-17, ../1936",
    admits_booleans=False,
)
COUNT = Words(
    expected="a whole number", pattern=r"^[0-9]{1,9}$", about="a whole number", admits_booleans=False
)
SHA256 = Words(
    expected="a SHA-256 digest",
    pattern=r"^[0-9A-Fa-f]{64}$",
    hint="it has 64 digits 0-9 a-f; `sha256sum FILE` prints it",
    about="SHA-256 digest of the file that you worked from",
    admits_numbers=False,
    admits_booleans=False,
)
LANGUAGE = Words(
    expected="a language (BCP 47)",
    pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
    hint="write en, tr, ka, ...",
    about="BCP 47: en, tr, ka",
    admits_numbers=False,
)
YES_NO = YesNo()

CALENDARS = ("gregorian", "julian", "rumi", "hijri", "republican")
UNSTATED = "unstated"
"""Takes back, for one attestation, the calendar of its document."""

CREATOR_ROLES = ("author", "editor", "translator", "compiler", "recipient", "interviewer", "contributor")

CSL_TEXTS = (
    *(
        "title-short",
        "collection-title",
        "publisher",
        "publisher-place",
        "edition",
        "volume",
        "issue",
        "page",
    ),
    *("number", "number-of-volumes", "archive", "archive_location", "archive-place", "call-number", "genre"),
    *("medium", "language", "abstract", "URL", "DOI", "ISBN", "ISSN", "event-title", "original-date"),
    "accessed",
)
"""The CSL variables that are kept as text and never interpreted, `title` and `container-title` aside."""

CSL_TYPES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast"),
    *("chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary"),
    *("entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case"),
    *("legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference"),
    *("patent", "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation"),
    *("report", "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty"),
    "webpage",
)
"""The item types of CSL 1.0.2."""

DERIVATION_KINDS = (
    *("copies", "quotes", "translates", "abridges", "summarises", "cites", "draws-on", "same-author"),
    *("same-archive", "same-editor"),
)

HAND_KINDS = ("author", "eyewitness", "commission", "agency", "group")

_NOTE: dict[str, Shape] = {"note": Words(about="for you; never compared")}
_PASSAGE: dict[str, Shape] = {
    "at": Words(about="locator: p. 137, n. 3"),
    "quote": Words(about="a fragment, as it stands in the document"),
    "until": Words(about="the end of a longer passage: it runs from quote to here"),
}


def _creators() -> dict[str, Shape]:
    creator = Record(
        "creator",
        {},
        {"family": TEXT, "given": TEXT, "literal": TEXT, "person": ID, **_NOTE},
        about="{family, given} or {literal}, with person when the person is registered",
    )
    return {role: ListOf(creator) for role in CREATOR_ROLES}


SOURCE = Record(
    "source",
    {"id": ID},
    {
        "type": Choice(CSL_TYPES, about="CSL type"),
        "title": TEXT,
        "container-title": TEXT,
        **dict.fromkeys(CSL_TEXTS, TEXT),
        **_creators(),
        "issued": SPAN,
        "short": Words(about="the name that reports use"),
        "form": Choice(("relic", "narrative", "mixed"), about="left over from the event, or telling of it"),
        "made": Record("made", {}, {"when": SPAN, "at": TEXT, **_NOTE}, about="when and where it was made"),
        "side": Words(about="whose side its maker was on"),
        "authenticity": TEXT,
        "survives": YesNo(about="no when it is lost"),
        "unnamed": YesNo(about="yes when nobody knows who it is"),
        **_NOTE,
    },
    is_whole=False,
    about="who speaks",
)

DOCUMENT = Record(
    "document",
    {"id": ID, "source": ID},
    {
        "file": Words(about="its path below the folder given with --documents"),
        "sha256": SHA256,
        "language": LANGUAGE,
        "calendar": Choice(CALENDARS, about="the calendar of its dates, where a value says nothing else"),
        "format": Choice(FORMATS, about="what kind of file it is, where name and begin do not tell"),
        "encoding": Words(about="windows-1254, koi8-r, ...: of a text that is not UTF-8"),
        "layout": Record(
            "layout",
            {},
            {
                "first-page": COUNT,
                "breaks": Choice(("none", "form-feed", "notes"), about="what ends a page"),
                **_NOTE,
            },
        ),
        **_NOTE,
    },
    is_whole=False,
    about="a text at hand",
)

_NAME = Either(TEXT, Record("name", {"name": TEXT}, {"when": SPAN, **_NOTE}))
_WHOLE = Either(ID, Record("whole", {"id": ID}, {"when": SPAN, **_NOTE}))

PERSON = Record(
    "person",
    {"id": ID},
    {
        "label": Words(about="the name that reports use; otherwise the first of names"),
        "names": ListOf(_NAME, about="names that identify"),
        "also": ListOf(_NAME, about="forms that others bear too"),
        "life": SPAN,
        "offices": ListOf(Record("office", {"title": TEXT}, {"of": TEXT, "when": SPAN, **_NOTE})),
        "same-as": ListOf(ID),
        "not-same": ListOf(ID, about="look-alikes that are told apart"),
        **_NOTE,
    },
    is_whole=False,
)
_BODY_KEYS: dict[str, Shape] = {
    "label": Words(about="the name that reports use; otherwise the first of names"),
    "names": ListOf(_NAME, about="names that identify"),
    "part-of": ListOf(_WHOLE),
    "existed": SPAN,
    **_NOTE,
}
PLACE = Record(
    "place",
    {"id": ID},
    {**_BODY_KEYS, "sense": Words(about="city, province, sanjak, ...")},
    is_whole=False,
)
BODY = Record("body", {"id": ID}, _BODY_KEYS, is_whole=False)

_HOLD = ListOf(Record("hold", {"holder": ID, "place": ID}, _NOTE), about="holdings of a place")
EVENT = Record(
    "event",
    {"id": ID, "label": TEXT},
    {
        "part-of": ListOf(ID),
        "opens": _HOLD,
        "closes": _HOLD,
        "same-as": ListOf(ID),
        "point": YesNo(about="yes when it began and ended within a day"),
        **_NOTE,
    },
    is_whole=False,
)

DERIVATION = Record(
    "derivation",
    {"child": ID, "parent": ID, "kind": Choice(DERIVATION_KINDS)},
    {
        "status": Choice(("declared", "argued", "suspected")),
        "because": TEXT,
        "questions": ListOf(ID, about="limits the derivation to some questions"),
        "attestations": ListOf(ID, about="limits it to some attestations of the child"),
        **_NOTE,
    },
)
HAND = Record(
    "hand",
    {"sources": ListOf(ID), "kind": Choice(HAND_KINDS), "because": TEXT},
    {
        "status": Choice(("declared", "argued", "suspected")),
        "questions": ListOf(ID, about="limits it to some questions"),
        **_NOTE,
    },
    about="an unseen parent that two sources or more go back to",
)
INDEPENDENCE = Record(
    "independence",
    {"sources": ListOf(ID), "independent": Choice(("known", "denied")), "because": TEXT},
    _NOTE,
)

DAMAGE = Record(
    "damage",
    {"id": ID, "in": ID},
    {
        "kind": Choice(("vandalism", "lacuna", "ocr", "misprint", "garbled")),
        **_PASSAGE,
        "because": TEXT,
        "emendations": ListOf(Record("emendation", {"reads": TEXT}, {"because": TEXT, **_NOTE})),
        **_NOTE,
    },
)

_SCOPE = Record(
    "scope",
    {},
    {
        **dict.fromkeys(("counted", "whose", "force", "place", "stage", "party", "grade", "unit"), TEXT),
        "when": SPAN,
    },
    about="what the value is about",
)
_LINK = Either(
    ID,
    Record(
        "link",
        {"source": ID},
        {
            "relay": Choice(("reports", "endorses", "doubts", "rejects")),
            "hedge": Words(about="its caution as printed"),
            **_NOTE,
        },
    ),
)

_GRADES = Record(
    "grades",
    {},
    {
        rule.id: Record(
            f"grade-of-{rule.id}",
            {"grade": Choice(tuple(grade.id for grade in rule.grades), about="best first"), "because": TEXT},
            _NOTE,
            about=rule.asks,
        )
        for rule in RULES
    },
    about="what source criticism says of it, rule by rule, each with a reason",
)

ATTESTATION = Record(
    "attestation",
    {"in": ID},
    {
        "id": ID,
        "chain": ListOf(_LINK, about="who says that who says; left out, the document's own source speaks"),
        "hedge": Words(about="the speaker's caution as printed, when there is no chain"),
        "stance": Choice(("affirms", "denies", "doubts")),
        "value": Words(about="what is said"),
        "printed": Words(about="the value in the source's own words"),
        "language": LANGUAGE,
        "calendar": Choice((*CALENDARS, UNSTATED), about="how to read a date; `unstated` leaves it open"),
        "notation": Choice(("words", "edtf")),
        "basis": Choice(("stated", "implied", "telling")),
        "because": Words(about="how it follows from the words"),
        "scope": _SCOPE,
        **_PASSAGE,
        "passages": ListOf(Record("passage", {}, {"in": ID, **_PASSAGE, **_NOTE})),
        "rests-on": ListOf(ID, about="attestations or questions that it depends on"),
        "damage": evolve(ID, about="id of the damaged span that it stands in"),
        "beside": evolve(ID, about="id of a damaged span that its words, intact themselves, stand next to"),
        "grades": _GRADES,
        **_NOTE,
    },
    about="one source speaking to the question in one passage",
)

_SILENCE = Record(
    "silence",
    {"source": ID},
    {
        "in": ID,
        "searched": Words(about="where it was looked for"),
        "because": Words(about="why it could be expected to speak"),
        "would-have-known": Words(about="why its maker would have known"),
        "would-have-said": Words(about="why its maker would have said so"),
        "record-survives": Words(about="why what was written would be there to read"),
        **_NOTE,
    },
)
_OMISSION = Record(
    "omission",
    {"source": ID, "lacks": TEXT},
    {"compared-with": ListOf(ID), "in": ID, **_PASSAGE, "because": TEXT, **_NOTE},
)
_OPPOSITION = Record(
    "opposition",
    {"between": ListOf(ID, length=2), "because": TEXT},
    {"necessary": YES_NO, **_NOTE},
)

QUESTION = Record(
    "question",
    {"question": ID, "asks": TEXT, "kind": ID, "attestations": ListOf(ATTESTATION)},
    {
        "subject": Words(about="what it is about; for a holder the name of the place"),
        "when": SPAN,
        "scope": _SCOPE,
        "event": ID,
        "relative-to": ID,
        "part-of": ID,
        "answers": Choice(("one", "several")),
        "options": ListOf(Either(ID, Record("option", {"id": ID}, {"label": TEXT, **_NOTE}))),
        "scale": YES_NO,
        "compatible": ListOf(ListOf(ID, length=2)),
        "silences": ListOf(_SILENCE),
        "omissions": ListOf(_OMISSION),
        "oppositions": ListOf(_OPPOSITION),
        **_NOTE,
    },
    sheds=("attestations", "silences", "omissions", "oppositions"),
    about="what is asked, and what each source says",
)

PARTS: dict[str, dict[str, Shape]] = {
    "dossier": {"title": TEXT, "profile": TEXT},
    "sources": {"sources": ListOf(SOURCE)},
    "documents": {"documents": ListOf(DOCUMENT)},
    "derivations": {
        "derivations": ListOf(DERIVATION),
        "hands": ListOf(HAND),
        "independence": ListOf(INDEPENDENCE),
    },
    "names": {"persons": ListOf(PERSON), "places": ListOf(PLACE), "bodies": ListOf(BODY)},
    "events": {"events": ListOf(EVENT)},
    "damage": {"damage": ListOf(DAMAGE)},
    "questions": {"questions": ListOf(QUESTION)},
}
"""What a file of each part may hold, besides its version and its part."""

FILES: dict[str, Record] = {
    part: Record(
        f"{part}-file",
        {"claimcheck": Choice((VERSION,)), "part": Choice((part,))},
        {**lists, **_NOTE},
        is_whole=False,
    )
    for part, lists in PARTS.items()
}
