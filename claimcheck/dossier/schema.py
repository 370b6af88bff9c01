"""
The JSON Schema of a dossier's files, for completion and checking in editors.

`python -m claimcheck.dossier.schema FILE` writes it; the package ships it as
`claimcheck/data/dossier.schema.json`, and a test holds the two against each other.
"""

from __future__ import annotations

import json
from typing import Any

from claimcheck.dossier.format import FILES, VERSION

JSON = dict[str, Any]


def dossier_schema() -> JSON:
    """
    Return the schema of any file of a dossier (draft 2020-12).

    It accepts what the reader accepts in one file: what stands where, not whether ids and values make
    sense. YAML types scalars in an editor, so numbers and booleans are admitted where their text would be.
    """
    definitions = {record.name: record.definition() for file in FILES.values() for record in file.named()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A file of a claimcheck dossier, version {VERSION}",
        "type": "object",
        "required": ["claimcheck", "part"],
        "properties": {"part": {"enum": list(FILES)}},
        "allOf": [
            {
                "if": {"required": ["part"], "properties": {"part": {"const": part}}},
                "then": file.schema(),
            }
            for part, file in FILES.items()
        ],
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def schema_text() -> str:
    """Return the schema as the text of the file that ships with the package."""
    return json.dumps(dossier_schema(), indent=1, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> None:
    """Write the schema to the file that the one argument names."""
    from pathlib import Path

    (path,) = arguments
    Path(path).write_text(schema_text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
