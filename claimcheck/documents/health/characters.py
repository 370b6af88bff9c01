"""Characters that came out wrong: encodings, scripts, figures, controls."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from claimcheck.documents.health.lists import health_lists, limit, listed
from claimcheck.documents.health.subject import WORD, Defect, Subject

_HIGH = bytes(range(0x80, 0xC0)).decode("latin-1")
_HIGH_1252 = "".join(
    bytes([byte]).decode("cp1252") for byte in range(0x80, 0xC0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
)
_TAIL = "".join(sorted({*_HIGH, *_HIGH_1252}))
_UTF_8 = re.compile(rf"(?:[ÂÃÄÅÎÏÐÑ][{re.escape(_TAIL)}]|â[{re.escape(_TAIL)}]{{2}})+")
_LEADS = "ÂÃÄÅÎÏÐÑâ"
_QUOTES = frozenset("“”’‘–—…")

_REPLACED = re.compile("\ufffd+")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd]+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_HIDDEN = re.compile(
    "(?<=[^\\W\\d_])[\u200b\u2060\ufeff]+(?=[^\\W\\d_])|[\u202a-\u202e\u2066-\u2069]+|[\U000e0000-\U000e007f]+"
)

_USUAL = frozenset("\t\n\r\f\u00ad")

_CP1251 = re.compile(r"[À-ÿ]{4,40}")
_SWAPPED = re.compile(r"[а-яё][А-ЯЁ]{2,40}")
_WESTERN = "àâåèíîïðñòóôõ"
_N_SWAPPED = 3
_COMMON = frozenset("оеаинтсрвл")
_TURKISH = re.compile(r"(?<![^\W\d_])[^\W\d_]*[ðþýÐÞÝ][^\W\d_]*")

_SCRIPTS = {"latin": "A-Za-zÀ-ɏ", "cyrillic": "Ѐ-ӿ", "greek": "Ͱ-Ͽ"}
_MIXED = re.compile(
    "|".join(f"[{one}][{other}]" for one in _SCRIPTS.values() for other in _SCRIPTS.values() if one != other)
)

_LETTERED_FIGURE = re.compile(r"[0-9lIOoS]{3,12}")
_FIGURES = str.maketrans("lIOoS", "11005")
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_FIGURE_IN_WORD = re.compile(r"([^\W\d_]{2,30})([015])([^\W\d_]{2,30})")
_PART_OF_NAME = frozenset("/=&#-_.@")
_LETTERS_FOR = {"0": "o", "1": "l", "5": "s"}

_VOWELS = frozenset("aeiouyıøаеёиоуыэюяіїєαεηιουω")
_LONG_RUN = re.compile(r"([^\W\d_])\1{4,}")
_SHORTEST_ODD = 5
_MARK_INSIDE = re.compile(r"[\\^~](?<=[a-z][\\^~])(?=[a-z])")


def wrong_encodings(subject: Subject) -> Iterator[Defect]:
    """Yield what another encoding makes words of."""
    for match in _UTF_8.finditer(subject.text) if subject.has(_LEADS) else ():
        proposal = _decoded(match.group())
        before = subject.text[max(0, match.start() - 1) : match.start()]
        is_quoted = before.isupper() and match.group()[1] in _QUOTES
        if proposal and not is_quoted:
            yield Defect(kind="mixed-encoding", start=match.start(), end=match.end(), proposal=proposal)
    yield from _cyrillic(subject)
    yield from _turkish(subject)
    yield from _symbols(subject)


def _decoded(text: str) -> str:
    try:
        bytes_ = b"".join(_byte(character) for character in text)
        proposal = bytes_.decode("utf-8")
    except UnicodeError:
        return ""
    return proposal if all(unicodedata.category(each)[0] in "LPSMZ" for each in proposal) else ""


@cache
def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _cyrillic(subject: Subject) -> Iterator[Defect]:
    """Yield Cyrillic read as Western, and in KOI8 and Windows-1251 for one another, with cases swapped."""
    western = _CP1251.finditer(subject.text) if subject.has(_WESTERN) else ()
    for match in (match for match in western if subject.word_at(*match.span()) == match.span()):
        proposal = match.group().encode("latin-1").decode("cp1251")
        yield Defect(kind="mixed-encoding", start=match.start(), end=match.end(), proposal=proposal)
    is_cyrillic = any("а" <= each <= "ё" for each in subject.characters)
    cyrillic = _SWAPPED.finditer(subject.text) if is_cyrillic else ()
    swapped = [match for match in cyrillic if subject.word_at(*match.span()) == match.span()]
    if len(swapped) < _N_SWAPPED:
        return
    pairs = (("cp1251", "koi8-r"), ("koi8-r", "cp1251"))
    read, meant = max(pairs, key=lambda pair: _n_common("".join(match.group() for match in swapped), *pair))
    for match in swapped:
        proposal = _reread(match.group(), read, meant)
        yield Defect(kind="mixed-encoding", start=match.start(), end=match.end(), proposal=proposal)


def _reread(text: str, read: str, meant: str) -> str:
    return text.encode(read, "ignore").decode(meant, "ignore")


def _n_common(text: str, read: str, meant: str) -> int:
    """Return how many of the commonest letters of Russian another encoding makes of a text."""
    return sum(letter in _COMMON for letter in _reread(text, read, meant).lower())


def _turkish(subject: Subject) -> Iterator[Defect]:
    """Yield Turkish words with Icelandic letters, in a text that is not Icelandic."""
    if not subject.has("ðþýÐÞÝ") or any(
        subject.counts[word] > 1 for word in listed("encodings", "icelandic")
    ):
        return
    letters = str.maketrans(health_lists()["encodings"]["turkish"])
    found = [
        match
        for match in _TURKISH.finditer(subject.text)
        if match.group().translate(letters) != match.group()
    ]
    if len({match.group() for match in found}) < 2 and subject.language != "tr":
        return
    for match in found:
        yield Defect(
            kind="mixed-encoding",
            start=match.start(),
            end=match.end(),
            proposal=match.group().translate(letters),
        )


def _symbols(subject: Subject) -> Iterator[Defect]:
    stray = re.escape(health_lists()["encodings"]["stray"])
    if not subject.has(health_lists()["encodings"]["stray"]):
        return
    for match in re.finditer(rf"(?:(?<=[ \t])|^)[{stray}](?=[ \t]|$)", subject.text, re.MULTILINE):
        yield Defect(kind="mixed-encoding", start=match.start(), end=match.end())


def replaced(subject: Subject) -> Iterator[Defect]:
    """Yield what could not be decoded, and characters that only some font knew."""
    if not any(unicodedata.category(each) == "Co" or each == "\ufffd" for each in subject.characters):
        return
    for pattern in (_REPLACED, _PRIVATE):
        for match in pattern.finditer(subject.text):
            start, end = subject.word_at(*match.span())
            yield Defect(kind="replacement", start=start, end=end)


def hidden(subject: Subject) -> Iterator[Defect]:
    """Yield control characters, and others that nobody sees though they part words or turn them round."""
    if not any(unicodedata.category(each) in ("Cc", "Cf") for each in subject.characters - _USUAL):
        return
    for pattern in (_CONTROLS, _HIDDEN):
        for match in pattern.finditer(subject.text):
            start, end = subject.word_at(*match.span())
            yield Defect(kind="hidden-character", start=start, end=end)


def mixed_scripts(subject: Subject) -> Iterator[Defect]:
    """Yield words in letters of two scripts; the reading has those of the script that most are of."""
    look_alikes = health_lists()["look_alikes"]
    if not any("\u0370" <= each <= "\u04ff" for each in subject.characters):
        return
    tables = {
        "latin": str.maketrans(look_alikes["cyrillic"], look_alikes["latin"]),
        "cyrillic": str.maketrans(look_alikes["latin"], look_alikes["cyrillic"]),
    }
    last = 0
    for match in _MIXED.finditer(subject.text):
        if match.start() < last:
            continue
        start, last = subject.word_at(*match.span())
        word = subject.text[start:last]
        n_latin = sum("LATIN" in unicodedata.name(letter, "") for letter in word)
        proposal = word.translate(tables["latin" if n_latin * 2 > len(word) else "cyrillic"])
        is_mended = not _MIXED.search(proposal)
        yield Defect(kind="mixed-script", start=start, end=last, proposal=proposal if is_mended else "")


def figures(subject: Subject) -> Iterator[Defect]:
    """Yield letters inside figures, "l9l8" and "3O0", and figures inside words, "Ge0rgia"."""
    for start, end in subject.with_figures:
        before, after = subject.text[max(0, start - 1) : start], subject.text[end : end + 2]
        is_part = before in _PART_OF_NAME or (after[:1] in _PART_OF_NAME and after[1:].isalnum())
        word = subject.text[start:end]
        proposal = ""
        if not is_part:
            proposal = _figure(word) or _word_without_figure(word, subject)
        if proposal:
            yield Defect(kind="figure-in-word", start=start, end=end, proposal=proposal)


def _figure(word: str) -> str:
    if not _LETTERED_FIGURE.fullmatch(word):
        return ""
    proposal = word.translate(_FIGURES)
    return proposal if (word[0].isdigit() and word[-1].isdigit()) or _YEAR.fullmatch(proposal) else ""


def _word_without_figure(word: str, subject: Subject) -> str:
    """Return a word with letters for its figure when the text has it so elsewhere, or it is known."""
    match = _FIGURE_IN_WORD.fullmatch(word)
    proposal = match[1] + _LETTERS_FOR[match[2]] + match[3] if match else ""
    is_known = subject.counts[proposal.lower()] > 0 or proposal.lower() in subject.known
    return proposal if proposal[1:].islower() and is_known else ""


def odd_letters(subject: Subject) -> Iterator[Defect]:
    """Yield words without any vowel, a letter five times in a row, and marks inside words."""
    odd = {word for word in subject.counts if _is_odd(word)}
    for match in WORD.finditer(subject.text) if odd else ():
        if match.group().lower() in odd:
            yield Defect(kind="odd-letters", start=match.start(), end=match.end())
    for match in _MARK_INSIDE.finditer(subject.text) if subject.has("\\^~") else ():
        start, end = subject.word_at(*match.span())
        yield Defect(kind="odd-letters", start=start, end=end)


def _is_odd(word: str) -> bool:
    """Whether a word is hardly one: six letters of an alphabet without a vowel, or a letter five times."""
    if len(word) < _SHORTEST_ODD or not word.strip("ivxlcdm"):
        return False
    if _LONG_RUN.search(word):
        return True
    plain = unicodedata.normalize("NFD", word)
    return len(word) > _SHORTEST_ODD and word[0] <= "\u04ff" and _VOWELS.isdisjoint(plain)


def long_lines(subject: Subject) -> Iterator[Defect]:
    """Yield lines that no press has printed: a text that lost its line ends, or was never prose."""
    start = 0
    longest = limit("longest_line")
    while start < len(subject.text):
        end = subject.text.find("\n", start)
        end = len(subject.text) if end < 0 else end
        if end - start > longest:
            yield Defect(kind="long-line", start=start, end=end)
        start = end + 1
