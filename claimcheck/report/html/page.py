"""The report as pages: one file, or many with an index when there are very many conflicts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from attrs import frozen

from claimcheck._version import __version__
from claimcheck.model.plain import plain
from claimcheck.model.report import Report
from claimcheck.report.closing import left_out_rows, tolerance_rows
from claimcheck.report.conflicts import no_conflict_words
from claimcheck.report.decisions import event_words
from claimcheck.report.html.case import case_of
from claimcheck.report.html.conflict import ConflictShown, show_conflict
from claimcheck.report.html.environment import (
    desk_script,
    desk_style,
    environment,
    policy,
    safe,
    script,
    style,
)
from claimcheck.report.html.event import show_events
from claimcheck.report.html.facets import facets_of, index_rows
from claimcheck.report.html.finding import show_findings
from claimcheck.report.html.kept import MANY, Kept
from claimcheck.report.html.matrix import matrix_of
from claimcheck.report.html.pictures import bounds_bar
from claimcheck.report.html.question import show_question
from claimcheck.report.html.source import show_sources
from claimcheck.report.summary import LINES_WORDS
from claimcheck.report.timeline import TITLE, WHICH_EVENTS
from claimcheck.report.view import View

MOST_CONFLICTS = 1_000
"""Conflicts in one file; with more, they stand in files of their own beside an index."""

_PROGRESS_EVERY = 100

Progress = Callable[[int, int], None]


@frozen(kw_only=True)
class Page:
    """A file to be written: its name, without a folder, and its text."""

    name: str
    text: str


@frozen(kw_only=True)
class Desk:
    """
    What a page needs so that decisions can be made on it, as values that JSON knows.

    `told` holds what can be ruled and the like, `items` how each conflict and finding stands, by its id: a
    page is told of those that it shows. A `nonce` is that of the answer which a server sends the page in;
    without one the page stands alone and brings its own policy.
    """

    told: Mapping[str, Any]
    items: Mapping[str, Mapping[str, Any]]
    nonce: str = ""

    def data_for(self, shown: Iterable[str]) -> str:
        """
        Return the JSON that a page with these conflicts and findings holds in a script element.

        Many conflicts rest on one piece of evidence: `evidence` lists each once with its digest, and the
        `parts` of an item are places in it. The text is pure ASCII, and no end tag can stand in it, whatever
        a dossier holds.
        """
        evidence: dict[tuple[str, str], int] = {}
        items = {}
        for name in dict.fromkeys(shown):
            if item := self.items.get(name):
                parts = item.get("parts", {}).items()
                items[name] = {**item, "parts": [evidence.setdefault(each, len(evidence)) for each in parts]}
        told = {**self.told, "items": items, "evidence": list(evidence)}
        text = json.dumps(told, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
        return text.replace("<", "\\u003c")


def render_html(report: Report, desk: Desk | None = None) -> str:
    """Return the report as one page, however many conflicts it has; `render_pages` splits it."""
    (page,) = render_pages(report, "report.html", most=max(1, len(report.conflicts)), desk=desk)
    return page.text


def render_pages(
    report: Report,
    name: str,
    *,
    progress: Progress | None = None,
    most: int = MOST_CONFLICTS,
    desk: Desk | None = None,
) -> Iterator[Page]:
    """
    Yield the files of a report, the one of this name last: what it points to is there before it.

    With more than `most` conflicts it is an index, and they stand in files named after their content,
    so that an index always finds its own parts. `progress` is told how many of all conflicts are done.
    With a `desk` every conflict and finding has a form for decisions.
    """
    view = View(report)
    kept = Kept(view)
    is_split = len(report.conflicts) > most
    hrefs: dict[str, str] = {}
    shown: list[ConflictShown] = []
    n_done = 0
    for first in range(0, len(report.conflicts), most):
        conflicts = report.conflicts[first : first + most]
        shown = []
        for number, conflict in enumerate(conflicts, start=first + 1):
            shown.append(show_conflict(kept, conflict, number))
            n_done += 1
            if progress and not n_done % _PROGRESS_EVERY:
                progress(n_done, len(report.conflicts))
        if is_split:
            part = _part(view, name, shown, first // most + 1, desk)
            hrefs.update({each.id: part.name for each in conflicts})
            yield part
    rows = index_rows(view, hrefs)
    facets = facets_of(view, rows)
    text = _rendered(
        "page.html.j2",
        desk,
        [each.id for each in (*(() if is_split else shown), *report.findings)],
        case=case_of(view, rows, facets),
        rows=rows,
        facets=facets,
        conflicts=() if is_split else shown,
        is_split=is_split,
        many=len(rows) > MANY,
        no_conflict=no_conflict_words(view),
        lines_words=LINES_WORDS,
        matrix=matrix_of(view),
        questions=(show_question(kept, each, hrefs, in_full=len(rows) <= MANY) for each in view.questions),
        events=tuple(show_events(view, hrefs)),
        timeline_title=TITLE,
        which_events=WHICH_EVENTS,
        timeline_key=bounds_bar.KEY,
        groups=show_findings(view),
        left_out=left_out_rows(view),
        gone=tuple(
            (plain(each.about), tuple(map(event_words, each.history)))
            for each in view.decisions_of_what_is_gone
        ),
        problems=tuple(
            (f"{each.where}:" if each.where.file else "", plain(each.message), each.code, plain(each.hint))
            for each in report.problems
        ),
        sources=show_sources(view),
        profile=report.dossier.profile,
        tolerances=tolerance_rows(view),
    )
    yield Page(name=name, text=text)


def _part(view: View, index: str, shown: Sequence[ConflictShown], number: int, desk: Desk | None) -> Page:
    text = _rendered(
        "part.html.j2",
        desk,
        [each.id for each in shown],
        title=plain(view.report.dossier.title),
        index=index,
        number=number,
        conflicts=shown,
        is_split=True,
        many=True,
    )
    digest = sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:10]
    return Page(name=f"{index.removesuffix('.html')}.part-{number:03}-{digest}.html", text=text)


def _rendered(template: str, desk: Desk | None, decides: Sequence[str], **values: object) -> str:
    found = environment().get_template(template)
    text = found.render(
        values,
        style=safe(style()),
        script=safe(script()),
        desk=desk,
        desk_data=safe(desk.data_for(decides)) if desk else "",
        desk_style=safe(desk_style()),
        desk_script=safe(desk_script()),
        policy=policy(),
        version=__version__,
    )
    return f"{text}\n"


def parts_pattern(name: str) -> str:
    """Return a pattern of the names that the parts of an index of this name have."""
    from re import escape

    return rf"{escape(name.removesuffix('.html'))}\.part-\d{{3,}}-[0-9a-f]{{10}}\.html"
