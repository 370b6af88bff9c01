"""What looks damaged in a text, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.health import Ailment, health
from claimcheck.documents.health.lists import kinds, limit
from claimcheck.documents.pages.layouts import map_pages
from claimcheck.model.document import Layout
from tests.guard import bounded

# Prose of our own with the commonest words of English, so that a text shows its language.
PROSE = (
    "The harbour was quiet on the morning when the brig came in. The men had been at sea for a month, and "
    "they were glad of the light that stood on the hill. It is said that the keeper of it was a woman who "
    "had been there all her life. "
)


def _told(text: str, *known: str) -> dict[str, list[tuple[str, str]]]:
    """Evidence and proposed reading of each sign, by kind."""
    return {
        ailment.kind: [(sign.evidence, sign.proposal) for sign in ailment.signs]
        for ailment in health(text, known=known)
    }


DAMAGED = [
    ("He spoke of the conict and left.", "lost-ligature", "conict", "conflict"),
    ("The road to Tiis was closed.", "lost-ligature", "Tiis", "Tiflis"),
    ("They took the fort.¹²Then they slept.", "glued-number", "¹²Then", "¹² Then"),
    ("See the harbourbook14 for this.", "glued-number", "harbourbook14", "harbourbook 14"),
    ("The winter,They said, was mild.", "lost-space", "winter,They", "winter, They"),
    ("A report(of the captain) was lost.", "lost-space", "report(of", "report (of"),
    ("It was aban- doned, and stayed abandoned.", "broken-word", "aban- doned", "abandoned"),
    ("A cafÃ© by the quay.", "mixed-encoding", "Ã©", "é"),
    ("The keeperâ€™s lamp.", "mixed-encoding", "â€™", "’"),
    ("Ïðèâåò from the north.", "mixed-encoding", "Ïðèâåò", "Привет"),
    ("Doðru söz, baþka yol.", "mixed-encoding", "Doðru", "Doğru"),
    ("чЕУОБ РТЙЫМБ оПЮШ рПМЕ", "mixed-encoding", "чЕУОБ", "Весна"),
    ("бЕЯМЮ опхькЮ МХВЕЦН вЕПМЮЪ мНВЭ", "mixed-encoding", "бЕЯМЮ", "Весна"),
    ("The Log Ë 99", "mixed-encoding", "Ë", ""),
    ("A sm\ufffdll boat.", "replacement", "sm[U+FFFD]ll", ""),
    ("A sm\ue001ll boat.", "replacement", "sm[U+E001]ll", ""),
    ("A sm\x07all boat.", "hidden-character", "sm[U+0007]all", ""),
    ("The {{lang|fr|port}} was full.", "residue", "{{lang|fr|port}}", ""),
    ("It was full.[citation needed] Then", "residue", "[citation needed]", ""),
    ("Ships&nbsp;and boats.", "residue", "Ships&nbsp;and", "Ships and"),
    ("A ship<br/>came.", "residue", "ship<br/>came", ""),
    ("Length: Invalid length of it.", "residue", "Invalid length", ""),
    ("Allies: , the town, flag=red", "residue", "flag=red", ""),
    ("Allies: the town, , , the mill", "gap", "town, , ,", ""),
    ("He shut the the gate.", "doubled-word", "the the", "the"),
    ("and so they went to the mill. They stayed.", "cut-off", "and so they went", ""),
    ("They went up the road to the mill, and when they", "cut-off", "mill, and when they", ""),
    ("They stayed at the mill and then they aban-", "cut-off", "and then they aban-", ""),
    ("The gate (  ) was shut;, they said.", "stray-mark", "( )", ""),
    ("In l9l8 he left.", "figure-in-word", "l9l8", "1918"),
    ("The mi1ler left. A miller came.", "figure-in-word", "mi1ler", "miller"),
    ("The b\u043ey ran.", "mixed-script", "b\u043ey", "boy"),
    ("The schrtzk was full.", "odd-letters", "schrtzk", ""),
    ("x" * 10_001, "long-line", "x" * 80 + " …", ""),
    (PROSE + "He came under General went home.", "unsound-sentence", "under General went", ""),
    (PROSE + "He shut the of the house.", "unsound-sentence", "the of", ""),
    (PROSE + "It stood while at also a mill.", "unsound-sentence", "while at also", "while also"),
]


@pytest.mark.parametrize(("text", "kind", "evidence", "proposal"), DAMAGED)
def test_damage_is_told(text: str, kind: str, evidence: str, proposal: str) -> None:
    """Each kind of damage is told with its words and, where something tells it, how they may have read."""
    assert (evidence, proposal) in _told(text, "Tiflis")[kind]


def test_every_kind_can_be_told() -> None:
    """The kinds of the data file are those that some check finds."""
    assert {kind for _text, kind, *_rest in DAMAGED} | {"doubled-text"} == set(kinds())


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "It was abandoned in the pre- and post-war years.",
        "The line aban-\ndoned by the crew was flown\nagain, and un-\nfurled.",
        "He had had a boat, and said that that was enough.",
        "He read l’Étoile (Paris, 1921), p. 12, n. 3; vol. iv, pp. 3–14.",
        "Write to keeper@light.example or see https://light.example/a,b?c=d&e=1.",
        "Strength1: 300\nStrength2: 500",
        "Files E12/262/44 and B17, and the ship U20.",
        "In Ärger und Öl, à la carte; Þingvellir og það ekki að vera og að koma.",
        "Мы были в Батуми, и это было давно.",
        "| Ship | Men |\n|---|---|\n| Swallow | 30 |\n",
        "The command of General staff officers and of Colonel Reed was held by the King of Arms.",
        "Ships, boats and men. IIII and VIII were carved on it, and xxiii.",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    """Prose, references, addresses, tables and other languages are no damage."""
    assert _told(text) == {}


def test_doubled_text_names_the_first_place() -> None:
    """A run of twelve words that comes again at once is told, with the place of the first."""
    run = "They carried every sack of meal from the upper mill down to the river. "
    told = _told(f"One.\n\n{run}\n\n{run}\n\nAnother day began.")

    assert told["doubled-text"] == [("They carried every sack of meal from the …", "14 words as at line 3")]
    assert "doubled-text" not in _told(f"{run}\n{PROSE}\n{run}")


def test_repeats_in_notes_are_no_damage() -> None:
    """Notes cite the same works again and again."""
    note = "Letters of the keeper of the light on the hill to the mill by the river, p. 3."
    text = f"One.¹\n\n¹ {note}\n\nTwo.¹\n\n¹ {note}\n"
    pages = map_pages(text, Layout(first_page=1, breaks="notes"))

    assert health(text, pages) == ()


def test_one_kind_is_counted_and_shown_in_part() -> None:
    """However often damage comes, it is told so many times, and counted."""
    ailment = next(each for each in health("Ships&nbsp;and boats.\n" * 500) if each.kind == "residue")

    assert ailment.count == 500
    assert len(ailment.signs) == limit("shown")
    assert ailment.signs[1].place == "line 2"


def test_recorded_damage_is_not_told_again() -> None:
    """What overlaps a recorded span is counted apart."""
    text = "He shut the the gate.\nAnd the the door."
    (ailment,) = health(text, recorded=[(8, 12)])

    assert (ailment.count, ailment.n_recorded) == (1, 1)
    assert [text[sign.start : sign.end] for sign in ailment.signs] == ["the the"]
    assert ailment.signs[0].place == "line 2"


def test_a_ligature_lost_everywhere_makes_short_words_suspect() -> None:
    """In a long text without any fl, "ag" is a flag; a short text does not tell that much."""
    text = PROSE.replace("fl", "") * 12 + "They saw the ag."

    assert ("ag", "flag") in _told(text)["lost-ligature"]
    assert _told("They saw the ag.") == {}


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece", ["a1", "a,b", ", ", "a|b", "the the ", "1 2 3 ", "Ã©", "{{", "aа", "¹a", "x" * 60 + " ", "of "]
)
def test_time_grows_with_the_length(piece: str) -> None:
    """
    The same damage over and over again is looked at once: looked at anew each time, it would take hours.
    """
    with bounded(work_s=60):
        ailments = health(piece * (50_000 // len(piece)))

    assert sum(len(each.signs) for each in ailments) < 50_000


@given(st.text(st.sampled_from("the of\n-., ¹2l9ÃâÐ©о{}[]<>&;|=()fia"), max_size=120))
def test_any_text_can_be_looked_at(text: str) -> None:
    """Nothing fails, and every sign lies inside the text."""
    ailments: tuple[Ailment, ...] = health(text)

    assert all(0 <= sign.start < sign.end <= len(text) for each in ailments for sign in each.signs)


@pytest.mark.parametrize("mark", ["¹²", "12", "[^1]", ""])
def test_a_last_sentence_may_end_in_the_mark_of_a_note(mark: str) -> None:
    """
    What stands after the last stop is no sentence that was cut off.
    """
    text = "In spring the price of a crossing rose once more, to nine pence a cart."

    assert health(text + mark) == ()
    assert "cut-off" in [each.kind for each in health(text.removesuffix(".") + mark.strip("[^]"))]
