"""`claimcheck ledger status|tick|remove|import|prune`: which claims of an article somebody has verified."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from claimcheck.cli.desk import Candidate, Reading, desk_of, named, single
from claimcheck.cli.leave import write
from claimcheck.cli.options import Paths, with_options
from claimcheck.errors import DataError, Problem
from claimcheck.files import absolute, same
from claimcheck.ledger import LONGEST, content_hash, held, now, place_of, project, taken_in, ticks_of, written
from claimcheck.ledger.identity import identities, standing
from claimcheck.model import Article, Span
from claimcheck.model.document import day
from claimcheck.model.ledger import Tick
from claimcheck.report.ledger import table
from claimcheck.report.places import Files
from claimcheck.report.written import written as notation

One = Annotated[str, typer.Argument(metavar="ARTICLE", help="The article; its ledger is NAME.claims.json beside it.")]
Claims = Annotated[
    list[str], typer.Argument(metavar="CLAIM...", help="By its words, its LINE:COLUMN, or its number in `status`.")
]


@with_options
def status(
    paths: Paths,
    *,
    fail_on: Annotated[
        Literal["expired", "open", "never"],
        typer.Option("--fail-on", help="What makes the exit status 1: ticks that have expired, or open claims too."),
    ] = "expired",
    how: Reading,
) -> int:
    """List the claims: which are verified by whom, which ticks have expired and why, which claims are open.

    Give --date, --language and --reference as for `check`. Exit status: 0 all is well, 1 something is of what --fail-on
    says, 2 bad usage or bad input.

    Example:

    \b
      claimcheck ledger status draft.md --fail-on open
    """
    desk = desk_of(paths, how)
    found = [standing(article) for article in desk.articles]
    for article in desk.articles:
        write("".join(f"{line}\n" for line in table(article, desk.words)))
    desk.complain()
    expired, left = any(each.expired() for each in found), any(each.open for each in found)
    return int(fail_on != "never" and (expired or (fail_on == "open" and left)))


@with_options
def tick(
    article: One,
    claims: Claims,
    *,
    by: Annotated[str, typer.Option("--by", envvar="CLAIMCHECK_BY", help="Who verified it: initials or a name.")],
    source: Annotated[
        str, typer.Option("--source", help="With what: an address, words, or a file, which is held by its content.")
    ],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="YYYY-MM-DD", help="The day it was verified; if not said, the day it is now."),
    ] = None,
    note: Annotated[str, typer.Option("--note", help="What else there is to say of it.")] = "",
    how: Reading,
) -> None:
    """Write down that somebody has verified claims.

    A claim that was ticked before is ticked anew. A day is only read from the clock here, as what is put in; no result
    of `check` depends on it.

    Examples:

    \b
      claimcheck ledger tick draft.md "14 billion euros" --by mk --source reports/2024.pdf
      claimcheck ledger tick draft.md 3:16 7:2 --by mk --on 2026-05-04 --source "phone call, press office"
    """
    verified_on = _day(on)
    said = {name: _sound(f"--{name}", text) for name, text in (("by", by), ("source", source))}
    more = _sound("--note", note, least=0)
    desk, found, ledger = single(article, how)
    chosen = named(claims, _claims(found), found.document)
    name, sha256 = _source(said["source"], ledger.path, article)
    ticks = {each.identity.claim: each for each in ledger.ticks}
    for identity in chosen:
        ticks[identity.claim] = Tick(identity, said["by"], verified_on, name, sha256, more)
    _keep(ticks.values(), ledger.path)
    told = {"by": said["by"], "on": notation(desk.words).day(verified_on), "source": name}
    for identity in chosen:
        key = "ticked" if sha256 is None else "ticked_file"
        desk.say(key, text=desk.words("quoted", text=identity.text), **told)


def _day(written: str | None) -> date:
    try:
        return date.today() if written is None else day(written)
    except ValueError as error:
        raise DataError(Problem("--on", str(error))) from None


def _sound(option: str, text: str, least: int = 1) -> str:
    """The text as a ledger can hold it."""
    text = text.strip()
    if not least <= len(text) <= LONGEST:
        raise DataError(Problem(option, f"should have {least} to {LONGEST:,} characters"))
    return text


def _source(said: str, ledger: str, article: str) -> tuple[str, str | None]:
    """A source as the ledger names it; with the hash of its content where it is a file."""
    if not os.path.isfile(said):
        return said, None
    if same(said, article):
        raise DataError(Problem("--source", f"{said} is the article itself; a text cannot support itself"))
    folder = os.path.dirname(ledger)
    root = project(folder)
    if place_of(absolute(said), folder, root) is None:
        message = f"the file is outside the project; put it below {root}, or say in words what it is"
        raise DataError(Problem(said, message))
    sha256 = content_hash(said)
    if sha256 is None:
        raise DataError(Problem(said, "the file cannot be read, or is larger than 100 MB"))
    return Path(os.path.relpath(said, folder or ".")).as_posix(), sha256


def _keep(ticks: Iterable[Tick], path: str) -> None:
    """Writes a ledger, if one with these ticks can be read again."""
    ticks = tuple(ticks)
    now(ticks, path)
    write(written(ticks), Path(path))


def _claims(article: Article) -> list[Candidate]:
    files = Files([article])
    return [
        Candidate(identity, _place(article, files, claim.span), claim.span)
        for claim, identity in zip(article.claims, identities(article), strict=True)
    ]


def _place(article: Article, files: Files, span: Span | None) -> str:
    """A place in the article as LINE:COLUMN."""
    return "-" if span is None else "{}:{}".format(*files[article.document.path].at(span.start))


@with_options
def remove(article: One, claims: Claims, how: Reading) -> None:
    """Take back that claims are verified.

    Example:

    \b
      claimcheck ledger remove draft.md "14 billion euros"
    """
    desk, found, ledger = single(article, how)
    files = Files([found])
    candidates = [
        Candidate(each.tick.identity, _place(found, files, each.place), each.place) for each in standing(found).ticks
    ]
    chosen = named(claims, candidates, found.document)
    write(written(each for each in ledger.ticks if each.identity not in chosen), Path(ledger.path))
    for identity in chosen:
        desk.say("unticked", text=desk.words("quoted", text=identity.text))


@with_options
def import_(
    article: One,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Ticks that a sheet has exported, or another ledger.")],
    how: Reading,
) -> None:
    """Take the ticks of an exported sheet into the ledger of its article.

    Of two for one claim that of the later day stays, on one day the imported one. A source that names a file, as seen
    from the folder of the article, is held by its content from now on.

    Example:

    \b
      claimcheck ledger import draft.md ~/Downloads/draft.claims.json
    """
    desk, found, ledger = single(article, how)
    if same(file, ledger.path):
        raise DataError(Problem(str(file), "this is the ledger of the article itself"))
    others = ticks_of(str(file))
    known = set(identities(found))
    unfit = [each for each in others if each.identity not in known]
    if others and len(unfit) == len(others):
        raise DataError(Problem(str(file), f"none of its ticks is for a claim of {article} as it now stands"))
    done = taken_in(ledger.ticks, held(others, ledger.path))
    _keep(done.ticks, ledger.path)
    counts = {"new": done.new, "replaced": done.replaced, "older": done.older, "unfit": len(unfit)}
    desk.say("ledger_imported", path=ledger.path, **counts)


@with_options
def prune(paths: Paths, how: Reading) -> None:
    """Take out of the ledgers what has expired. Articles that cannot be read whole keep theirs.

    Give --date, --language and --reference as for `check`.

    Example:

    \b
      claimcheck ledger prune articles/
    """
    desk = desk_of(paths, how)
    unsound = {each.path for each in desk.problems}
    for article in desk.articles:
        ledger = article.document.ledger
        if ledger is None or article.document.path in unsound:
            continue
        kept = [each.tick for each in standing(article).ticks if each.lapse is None]
        gone = len(ledger.ticks) - len(kept)
        if gone:
            write(written(kept), Path(ledger.path))
        desk.say("ledger_pruned", path=ledger.path, gone=gone, left=len(kept))
    desk.complain()
