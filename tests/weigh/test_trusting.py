"""How many lines stand behind sources that merely relay, for whoever trusts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Trusting
from claimcheck.model.source import Independence
from tests.weigh.test_descent import derives, says, weigh


def trusting(dossier: Dossier, *chains: tuple[str, ...]) -> Trusting | None:
    """Return what is counted behind the relays."""
    return weigh(dossier, *(says(*chain) for chain in chains))[0].trusting


def test_a_book_of_two_informants() -> None:
    """By its word they are one line; behind it they are one or two, until somebody tells them apart."""
    heard = (("book", "Ashe"), ("book", "Dray"))
    apart = Independence(sources=frozenset({"Ashe", "Dray"}), is_known=True, because="they never met")

    assert trusting(Dossier(), *heard) == Trusting(
        relays=("book",), heard=("Ashe", "Dray"), at_least=1, at_most=2
    )
    found = trusting(Dossier(independences=(apart,)), *heard)
    assert found is not None
    assert (found.at_least, found.at_most) == (2, 2)


def test_trust_does_not_make_copies_independent() -> None:
    """Two informants of whom one copies the other are one line, however much the book is trusted."""
    dossier = Dossier(derivations=(derives("Dray", "Ashe"),))

    assert trusting(dossier, ("book", "Ashe"), ("book", "Dray")) is None


def test_a_single_informant_needs_no_trust_to_be_counted() -> None:
    """One line by the book's word is one line behind it."""
    assert trusting(Dossier(), ("book", "Ashe")) is None


def test_who_speaks_for_himself_is_no_relay() -> None:
    """A book that says it on its own authority as well stays one source."""
    assert trusting(Dossier(), ("book",), ("book", "Ashe"), ("book", "Dray")) is None


def test_only_the_source_at_hand_is_trusted() -> None:
    """What its informant merely passes on in turn is still hearsay."""
    assert trusting(Dossier(), ("book", "clerk", "Ashe"), ("book", "clerk", "Dray")) is None


chains = st.lists(
    st.lists(st.sampled_from("abcde"), min_size=1, max_size=3, unique=True).map(tuple),
    min_size=1,
    max_size=4,
    unique=True,
)
links = st.lists(st.tuples(st.sampled_from("cdexy"), st.sampled_from("xyz")), max_size=5)


@given(chains, links)
def test_trust_never_makes_fewer_lines(some: list[tuple[str, ...]], pairs: list[tuple[str, str]]) -> None:
    """It is told only where there are more, and at least never exceeds at most."""
    dossier = Dossier(derivations=tuple(derives(*pair) for pair in pairs if pair[0] != pair[1]))
    lines, _ = weigh(dossier, *(says(*chain) for chain in some))

    if lines.trusting is not None:
        assert lines.trusting.at_most > lines.at_most
        assert 1 <= lines.trusting.at_least <= lines.trusting.at_most
        assert lines.trusting.relays
