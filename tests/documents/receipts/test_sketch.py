"""The same work known in another scan."""

from __future__ import annotations

import random

from claimcheck.documents.receipts.sketch import LEAST_OF_ONE_WORK, share_in_common, sketch


def some_words(number: int, seed: int) -> list[str]:
    """Return words drawn at random, few of them often, as in prose."""
    chance = random.Random(seed)  # noqa: S311 - the same words every time
    return [_spelt(int(1.5 ** chance.uniform(0, 20))) for _ in range(number)]


def _spelt(number: int) -> str:
    """Return a word of letters: a figure behind a letter would be two words."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def test_scans_of_one_work_are_known_and_other_works_are_not() -> None:
    """Damage of one word in twelve, other line ends and capitals leave a work what it is."""
    work, other = some_words(9_000, seed=1), some_words(9_000, seed=2)
    scanned = ["rnisread" if index % 12 == 5 else word.title() for index, word in enumerate(work)]
    alike = share_in_common(sketch(" ".join(work)), sketch("\n".join(scanned)))
    unlike = share_in_common(sketch(" ".join(work)), sketch(" ".join(other)))

    assert alike > LEAST_OF_ONE_WORK > 2 * unlike


def test_the_share_is_that_of_all_trigrams() -> None:
    """The estimate for a text and its first half is near one half; of few trigrams it is exact."""
    work = some_words(9_000, seed=3)
    halved = share_in_common(sketch(" ".join(work)), sketch(" ".join(work[:4_500])))

    assert 0.4 < halved < 0.6
    assert share_in_common(sketch("a b c d e"), sketch("a b c d f")) == 0.5
    assert share_in_common(sketch("a b"), sketch("")) == 0


def test_a_sketch_is_the_same_on_every_machine() -> None:
    """The digests are fixed: a sketch that was written elsewhere compares."""
    assert sketch("The brig Swallow left.") == (
        8115465798613296577,
        17357930368568547861,
    )
