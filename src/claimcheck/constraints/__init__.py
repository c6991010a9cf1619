"""What must hold between the statements of an article: one file an equation, an order or an identity.

Between numbers a *cue* in the text calls a constraint and names the slot its number fills; the other slots are filled
from the statements in reach. A *licensed* filling has evidence that its numbers belong together, any filling of the
right dimension and noun is *admissible*. A finding needs a licensed filling that cannot hold and no admissible one that
does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.constraints.acronyms import acronyms
from claimcheck.constraints.attributes import attributes
from claimcheck.constraints.average import averages, spreads
from claimcheck.constraints.balance import balances
from claimcheck.constraints.ballots import ballots
from claimcheck.constraints.change import changed
from claimcheck.constraints.digits import digits
from claimcheck.constraints.dimension import areas, conversions, dimensions
from claimcheck.constraints.headlines import headlines
from claimcheck.constraints.hundred import hundred
from claimcheck.constraints.kinds import casualties, kinds, taken_up
from claimcheck.constraints.limits import capacities, statures, thresholds
from claimcheck.constraints.lines import told
from claimcheck.constraints.lists import lists, ranks
from claimcheck.constraints.magnitudes import magnitudes
from claimcheck.constraints.named import named
from claimcheck.constraints.orders import orders
from claimcheck.constraints.outcomes import acquitted, outcomes
from claimcheck.constraints.part import parts, valuations, wholes
from claimcheck.constraints.percentages import percentages
from claimcheck.constraints.place_by_value import placed
from claimcheck.constraints.places import places
from claimcheck.constraints.podium import podium
from claimcheck.constraints.product import products
from claimcheck.constraints.quotations import quotations
from claimcheck.constraints.races import minutes, races
from claimcheck.constraints.records import records
from claimcheck.constraints.recounts import recounts
from claimcheck.constraints.restated import restated
from claimcheck.constraints.retold import retold
from claimcheck.constraints.rosters import rosters
from claimcheck.constraints.scores import scores
from claimcheck.constraints.series import series
from claimcheck.constraints.sets import sets
from claimcheck.constraints.sexes import sexes
from claimcheck.constraints.share import shares
from claimcheck.constraints.sides import sides
from claimcheck.constraints.spellings import spellings
from claimcheck.constraints.tallies import games, halves, tallies
from claimcheck.constraints.timing import again, timed
from claimcheck.constraints.titles import titles
from claimcheck.constraints.total import totals
from claimcheck.constraints.trend import trends
from claimcheck.model.link import Dossier, Link
from claimcheck.statements.statement import Statements

__all__ = ["constrain"]

CONSTRAINTS: tuple[Callable[[Statements], Iterator[Link]], ...] = (
    thresholds,
    products,
    areas,
    valuations,
    averages,
    spreads,
    shares,
    balances,
    ballots,
    wholes,
    totals,
    named,
    rosters,
    parts,
    placed,
    conversions,
    dimensions,
    changed,
    trends,
    scores,
    sets,
    races,
    podium,
    minutes,
    halves,
    orders,
    records,
    series,
    tallies,
    games,
    recounts,
    hundred,
    percentages,
    told,
    lists,
    ranks,
    again,
    magnitudes,
    digits,
    capacities,
    statures,
    titles,
    sexes,
    acronyms,
    places,
    spellings,
    quotations,
    headlines,
    casualties,
    retold,
    restated,
    outcomes,
    acquitted,
    kinds,
    taken_up,
    sides,
    attributes,
    timed,
)


def constrain(dossier: Dossier) -> Dossier:
    """The dossier with what every constraint judges; nothing in an unknown language."""
    article = dossier.article
    if article.document.language is None or article.analysis is None:
        return dossier
    statements = Statements(article)
    found = (link for each in CONSTRAINTS for link in each(statements))
    return dossier._replace(links=(*dossier.links, *found))
