"""Names of persons against large registers."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.rows import Row, compare

_GIVEN = "Kâzım Halil Nuri Enver Ahmet Mustafa Ali Hüseyin Giorgi Noe Ivan Sergei Mikhail Dmitry Akaki Levan"
_SYLLABLES = "ka ra be kir ma kha dze shvi li no do vi tse ret go gua jo ni ki sa ba cha van"
_ENDINGS = "ov ian dze shvili oğlu sky enko"


def persons() -> Iterator[Row]:
    """Reading 1,000 names against 5,000 persons, many of one given name, and against a tenth of them."""
    from claimcheck.values.context import Context
    from claimcheck.values.person import KIND
    from claimcheck.values.register import Entry, Form, Register
    from claimcheck.values.value import UnreadableError

    chance = random.Random(1)  # noqa: S311 - the same names every time
    given, syllables, endings = _GIVEN.split(), _SYLLABLES.split(), _ENDINGS.split()

    def person(number: int) -> Entry:
        family = "".join(chance.choices(syllables, k=3)).capitalize() + chance.choice(endings)
        first = chance.choice(given)
        forms = (Form(text=f"{first} {family}"), Form(text=f"{first} Paşa", is_declared=False))
        return Entry(id=f"person-{number}", label=forms[0].text, forms=forms)

    everybody = [person(number) for number in range(5000)]
    texts = [
        chance.choice(("{}", "General {}", "{} Paşa")).format(chance.choice(everybody[:500]).label)
        for _ in range(1000)
    ]

    def read_against(n_persons: int) -> int:
        # A register of its own for each run, so that making its index counts.
        context, n_read = Context(persons=Register(entries=tuple(everybody[:n_persons]))), 0
        for text in texts:
            try:
                KIND.read(text, context)
                n_read += 1
            except UnreadableError:  # namesakes
                continue
        return n_read

    # In proportion to the register this is 10; what grows faster shows here.
    yield compare(
        "read 1,000 names against 5,000 persons",
        lambda: read_against(5000),
        "against 500 of them",
        lambda: read_against(500),
    )
