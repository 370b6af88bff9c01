"""All files of a folder read and checked against the format, their entries gathered by list."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from attrs import define, field, frozen

from claimcheck.dossier.files import find_files, read_text
from claimcheck.dossier.format import FILES, PARTS, VERSION
from claimcheck.dossier.nodes import Fields, Items, Text
from claimcheck.dossier.problems import Collector, Page, shown, shown_node
from claimcheck.dossier.reader import has_libyaml, read_nodes
from claimcheck.model.problem import Problem


@frozen
class Entry:
    """One entry of a list, in the form that the format allows, with the page that it stands on."""

    page: Page
    fields: Fields

    def tell(self, code: str, message: str, key: str = "", hint: str = "") -> None:
        """Add a problem at a key of the entry, or at the entry."""
        self.page.tell(code, message, self.fields.mark(key), hint)


@define
class Gathered:
    """
    The entries of a dossier by the name of their list ("sources"), in the order of the files.

    `left_out` holds, for each list, the ids of entries that were refused: whoever refers to them meets a
    problem that has been told already. `headers` are the files of the part `dossier`.
    """

    collector: Collector = field(factory=Collector)
    lists: dict[str, list[Entry]] = field(factory=lambda: defaultdict(list))
    left_out: dict[str, set[str]] = field(factory=lambda: defaultdict(set))
    headers: list[Entry] = field(factory=list)


def gather(folder: Path) -> Gathered:
    """Read every file of a folder."""
    gathered = Gathered()
    files = find_files(folder, gathered.collector)
    if not files and not gathered.collector.problems():
        gathered.collector.add(
            Problem(
                code="dossier-empty",
                message=f"the folder {shown(str(folder))} holds no file that ends in .yaml or .yml",
                hint="`claimcheck init DIR` writes a first dossier to fill in",
            )
        )
    if files and not has_libyaml():
        gathered.collector.add(
            Problem(
                code="yaml-slow",
                message="PyYAML was installed without libyaml: reading takes fifteen times as long",
                hint="install PyYAML from a wheel: pip install --force-reinstall --only-binary :all: PyYAML",
            )
        )
    for name, path in files:
        _gather_file(name, path, gathered)
    return gathered


def _gather_file(name: str, path: Path, gathered: Gathered) -> None:
    text = read_text(name, path, gathered.collector)
    if text is None:
        gathered.collector.unread.append(name)
        return
    page = Page(name, gathered.collector)
    n_unread = len(gathered.collector.unread)
    root = read_nodes(text, page)
    broke_off = len(gathered.collector.unread) > n_unread
    if broke_off and not (isinstance(root, Fields) and {"claimcheck", "part"} <= root.nodes.keys()):
        return
    if not isinstance(root, Fields):
        found = "nothing" if root is None else shown_node(root)
        page.tell_at(
            "not-a-mapping",
            f"expected the keys of a dossier's file, found {found}",
            root.line if root else 0,
            root.column if root else 0,
            hint=f"begin the file with `claimcheck: {VERSION}` and `part: ...`",
        )
        return
    part = _part_of(root, page)
    if part is not None:
        _gather_part(part, root, page, gathered)


def _part_of(root: Fields, page: Page) -> str | None:
    version, part = root.nodes.get("claimcheck"), root.nodes.get("part")
    if not isinstance(version, Text):
        page.tell(
            "no-version",
            "expected `claimcheck:` with the version of the format",
            version or root,
            hint=f"begin the file with `claimcheck: {VERSION}`",
        )
        return None
    if version.value.strip() != VERSION:
        page.tell(
            "unknown-version",
            f"the file is written in version {shown(version.value)} of the format; known is {VERSION}",
            version,
            hint=f"write `claimcheck: {VERSION}`, or install a newer claimcheck",
        )
        return None
    if isinstance(part, Text) and part.value.strip() in FILES:
        return part.value.strip()
    found = f"found {shown_node(part)}" if part else "and there is no `part:`"
    suggestion = page.suggest(part.value, FILES) if isinstance(part, Text) else ""
    page.tell(
        "unknown-part",
        f"expected a part that the file holds, {found}",
        part or root,
        hint=suggestion or f"write `part:` and one of {', '.join(FILES)}",
    )
    return None


def _gather_part(part: str, root: Fields, page: Page, gathered: Gathered) -> None:
    checked = FILES[part].check(root, page)
    if not isinstance(checked, Fields):
        return
    if part == "dossier":
        gathered.headers.append(Entry(page, checked))
        return
    for name in PARTS[part]:
        kept = checked.entries(name)
        gathered.lists[name].extend(Entry(page, fields) for fields in kept)
        raw = root.nodes.get(name)
        if isinstance(raw, Items) and len(kept) < len(raw.nodes):
            ids = {fields.text("question" if name == "questions" else "id") for fields in root.entries(name)}
            gathered.left_out[name] |= ids - {""}
