"""JSON lines: one request a line on standard input, one answer a line, in order, errors included."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.arguments import names_of
from claimcheck.ask import compare_texts, problem_json, read_value, uncompared, unread
from claimcheck.request import Request
from claimcheck.values.kind import JSON, Kind
from claimcheck.values.value import UnreadableError

if TYPE_CHECKING:
    from claimcheck.documents.find import SearchedFile
    from claimcheck.model.dossier import Dossier


def answer_lines(answer: Callable[[JSON], JSON]) -> None:
    """Answer each JSON line of standard input in order, errors included."""
    for fields in json_lines():
        say_json(answer(fields))


def json_lines() -> Iterator[JSON]:
    """Yield the object on each line of standard input; a line that is none yields what is wrong with it."""
    for raw in sys.stdin.buffer:
        line = raw.decode("utf-8", "replace")
        if not line.strip():
            continue
        try:
            fields: Any = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield {"malformed": f"not JSON: {error}"}
            continue
        yield fields if isinstance(fields, dict) else {"malformed": "not a JSON object"}


def say_json(answer: JSON) -> None:
    """Print one answer on a line of its own, whatever characters it holds."""
    text = json.dumps(answer, ensure_ascii=False)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.flush()


def read_line(kind: Kind, fields: JSON, request: Request, names: Dossier | None) -> JSON:
    """Return the answer of `claimcheck read` to one line."""
    text = fields.get("text")
    try:
        if not isinstance(text, str):
            raise _malformed(fields, "text")
        return read_value(kind, text, request.changed_by(fields), _names(fields, names))
    except UnreadableError as error:
        return unread(kind, text if isinstance(text, str) else None, error)


def compare_line(kind: Kind, fields: JSON, request: Request, names: Dossier | None) -> JSON:
    """Return the answer of `claimcheck compare` to one line; a and b may carry options of their own."""
    sides = [given if isinstance(given, dict) else {"text": given} for given in map(fields.get, ("a", "b"))]
    texts = [side.get("text") for side in sides]
    try:
        for name, text in zip(("a", "b"), texts, strict=True):
            if not isinstance(text, str):
                raise _malformed(fields, name)
        shared = request.changed_by(fields)
        requests = (shared.changed_by(sides[0]), shared.changed_by(sides[1]))
        return compare_texts(kind, str(texts[0]), str(texts[1]), requests, _names(fields, names))
    except UnreadableError as error:
        a, b = (text if isinstance(text, str) else None for text in texts)
        return uncompared(kind, a, b, error)


def _names(fields: JSON, names: Dossier | None) -> Dossier | None:
    """Return the dossier that a line names, or else the one of the command line."""
    folder = fields.get("dossier")
    if folder is None:
        return names
    if not isinstance(folder, str):
        raise UnreadableError(f"'dossier' is {folder!r}, not text", "name a folder", code="request-malformed")
    if not Path(folder).is_dir():
        raise UnreadableError(f"there is no folder {folder!r}", "check the path", code="dossier-missing")
    return _names_of(Path(folder))


_names_of = cache(names_of)


def find_line(
    files: Iterable[SearchedFile], fields: JSON, options: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    """Yield the answers of `claimcheck find` to one line, one for each file; the line's own options win."""
    asked = {name: fields.get(name, options[name]) for name in ("prefix", "suffix", "locator")}
    asked["quotation"] = fields.get("quotation")
    missing = [name for name, given in asked.items() if not isinstance(given, str)]
    if missing:
        yield {"ok": False, "problem": problem_json(_malformed(fields, missing[-1]))}
        return
    for file in files:
        yield file.find(**asked)


def _malformed(fields: JSON, wanted: str) -> UnreadableError:
    """Return what is wrong with a line that is no request."""
    message = fields.get("malformed") or f"no text under {wanted!r}"
    return UnreadableError(message, "write one JSON object a line", code="request-malformed")
