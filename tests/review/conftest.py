"""Events made by hand, with moments a second apart."""

from __future__ import annotations

import pytest

from claimcheck.model.decision import Decision, Evidence, Ruling

MAY = Evidence(parts={"attestation a": "1", "passage log, p. 1": "2"})


def ruled(number: int, ruling: Ruling = Ruling.BOTH, by: str = "Ashe", **fields: object) -> Decision:
    """Return the decision number so and so on one conflict."""
    given: dict[str, object] = {
        "id": f"{number:032x}",
        "about": "conflict-1",
        "reviewer": by,
        "at": f"2021-03-17T09:{number // 60:02}:{number % 60:02}.000000Z",
        "ruling": ruling,
        "side": 1 if ruling is Ruling.SIDE else 0,
        "reason": "they speak of two bridges",
        "evidence": MAY,
        **fields,
    }
    return Decision(**given)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def may() -> Evidence:
    """The evidence that decisions are made on unless they say otherwise."""
    return MAY
