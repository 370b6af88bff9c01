"""What the question of Kemal and Budenny hangs on, as a historian reads it, and what rests on its answer."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.notebook import Examination
from claimcheck.report.balance import balance_items
from claimcheck.report.blocks import Item
from claimcheck.report.table import blocks_to_text
from claimcheck.report.view import View


def test_what_the_meeting_hangs_on(case: Examination, gold: Callable[[str, str], None]) -> None:
    """
    Everything is known through one footnote; behind it two works stand on either side.
    """
    resting = [
        Item(text=each.explanation)
        for each in case.findings
        if each.code == "rests-on-disputed" and "kemal-budenny" in each.path
    ]

    gold(
        "kemal-budenny.txt",
        blocks_to_text([*balance_items(View(case), "kemal-budenny", in_full=True), *resting]),
    )
