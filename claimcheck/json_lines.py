"""JSON lines: one request a line on standard input, one answer a line, in order, errors included."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from claimcheck.ask import Request, compare_texts, problem_json, read_value
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
    if not isinstance(text, str):
        return malformed(fields, "text")
    try:
        return read_value(kind, text, request.changed_by(fields), names)
    except UnreadableError as error:
        return {"kind": kind.name, "text": text, "ok": False, "problem": problem_json(error)}


def compare_line(kind: Kind, fields: JSON, request: Request, names: Dossier | None) -> JSON:
    """Return the answer of `claimcheck compare` to one line; a and b may carry options of their own."""
    texts: list[str] = []
    requests: list[Request] = []
    try:
        shared = request.changed_by(fields)
        for side in ("a", "b"):
            given = fields.get(side)
            own = given if isinstance(given, dict) else {"text": given}
            text = own.get("text")
            if not isinstance(text, str):
                return malformed(fields, side)
            texts.append(text)
            requests.append(shared.changed_by(own))
    except UnreadableError as error:
        return {"kind": kind.name, **fields, "relation": None, "problem": problem_json(error)}
    return compare_texts(kind, texts[0], texts[1], (requests[0], requests[1]), names)


def find_line(
    files: Iterable[SearchedFile], fields: JSON, options: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    """Yield the answers of `claimcheck find` to one line, one for each file; the line's own options win."""
    asked = {name: fields.get(name, options[name]) for name in ("prefix", "suffix", "locator")}
    asked["quotation"] = fields.get("quotation")
    missing = [name for name, given in asked.items() if not isinstance(given, str)]
    if missing:
        yield malformed(fields, missing[-1])
        return
    for file in files:
        yield file.find(**asked)


def malformed(fields: JSON, wanted: str) -> JSON:
    """Return the answer to a line that is no request."""
    message = fields.get("malformed") or f"no text under {wanted!r}"
    problem = {"code": "request-malformed", "message": message, "hint": "write one JSON object a line"}
    return {"ok": False, "problem": problem}
