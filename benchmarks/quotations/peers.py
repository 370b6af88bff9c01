"""What other packages find in the folded text, at the tolerance that damage needs: a fifth of the letters."""

from __future__ import annotations

from collections.abc import Callable

Span = tuple[int, int]
Find = Callable[[str], Span | None]

_TOLERANCE = 0.2
_LEAST_ERRORS = 2


def finders(folded: str) -> dict[str, Find]:
    """Return the peers that are installed, each as a search of the folded text."""
    return {"rapidfuzz": _rapidfuzz(folded), **_sassy(folded)}


def _most_errors(quotation: str) -> int:
    return max(_LEAST_ERRORS, int(_TOLERANCE * len(quotation)))


def _rapidfuzz(folded: str) -> Find:
    from rapidfuzz.fuzz import partial_ratio_alignment

    def find(quotation: str) -> Span | None:
        found = partial_ratio_alignment(quotation, folded, score_cutoff=100 * (1 - _TOLERANCE))
        return (found.dest_start, found.dest_end) if found else None

    return find


def _sassy(folded: str) -> dict[str, Find]:
    try:
        import sassy
    except ImportError:
        return {}
    searcher = sassy.Searcher("ascii", rc=False)
    # One byte for each character, so that offsets stay those of the text.
    text = folded.encode("ascii", "replace")

    def find(quotation: str) -> Span | None:
        found = searcher.search(quotation.encode("ascii", "replace"), text, _most_errors(quotation))
        if not found:
            return None
        best = min(found, key=lambda match: match.cost)
        return best.text_start, best.text_end

    return {"sassy-rs": find}
