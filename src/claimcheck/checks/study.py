"""Studies that readers cannot find: without a title, without authors, without the number of those asked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Role, Write, judged
from claimcheck.model import Measure
from claimcheck.model.link import Dossier

LEAST = 20
AUTHORS = ("person", "organisation")


class BareStudy:
    """Fails where a study is introduced with neither its title in quotation marks, nor a person or an organisation,
    nor a sample size beside it, wherever the article comes back to it.
    """

    names = ("wording",)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each article about a study that is introduced as "a study"; only the first time."""
        del write
        article = dossier.article
        each = next((each for each in article.wordings if each.kind == "study"), None)
        if each is None:
            return
        starts = [span.start for span in article.document.sentences]
        titled = {bisect_right(starts, quotation.span.start) for quotation in article.document.quotations}
        people = {bisect_right(starts, each.span.start) for each in article.mentions if each.kind in AUTHORS}
        sized = {
            bisect_right(starts, claim.span.start)
            for claim in article.claims
            if claim.type == "quantity" and isinstance(claim.value, Measure) and (claim.value.number or 0) >= LEAST
        }
        known = titled | people | sized
        told = {bisect_right(starts, at) for at in _places(article.document.prose, each.text)}
        bare = known.isdisjoint(told | {number + 1 for number in told})
        roles = (Role("claim", each.span, each.text),)
        yield Comparison(judged(not bare), (), roles, (("wording", each.text),), asks=True)


def _places(prose: str, word: str) -> Iterator[int]:
    """Where the word stands, in any case: a teaser may leave to the text what study it is."""
    prose, word = prose.lower(), word.lower()
    at = prose.find(word)
    while at >= 0:
        yield at
        at = prose.find(word, at + len(word))
