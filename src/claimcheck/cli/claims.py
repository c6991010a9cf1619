"""`claimcheck claims …`: what is known, with where it is known from."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from claimcheck import check
from claimcheck.cli import claim_pages as pages
from claimcheck.cli.leave import progress, reader_words, say, say_rows, told, write
from claimcheck.cli.options import MessageLanguage
from claimcheck.errors import DataError, Problem, by_place
from claimcheck.files import keep_apart
from claimcheck.model import Document, Finding, Span
from claimcheck.reference import BASE_SUFFIX, NOTHING, Reference, files_in, load, open_reference
from claimcheck.report.words import safe, safe_json
from claimcheck.tables import shipped_folder

if TYPE_CHECKING:
    from claimcheck.reference.review import Review


Own = Annotated[
    list[Path] | None,
    typer.Option(
        "--reference", metavar="PATH", help="Claims of your own: a folder, or a base made by `claims import`."
    ),
]
NoShipped = Annotated[bool, typer.Option("--no-shipped", help="Without the claims that come with the program.")]
Form = Annotated[Literal["console", "json"], typer.Option("--format", help="How to write them.")]


def listed(
    word: Annotated[str, typer.Argument(metavar="[NAME]", help="Only claims about this name, or with this word.")] = "",
    *,
    predicate: Annotated[str | None, typer.Option("--predicate", help="Only claims with this predicate.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most this many.")] = 1000,
    reference: Own = None,
    no_shipped: NoShipped = False,
    form: Form = "console",
    lang_ui: MessageLanguage = None,
) -> None:
    """List the claims: id, predicate, and the sentence or the arguments.

    Examples:

    \b
      claimcheck claims list OpenAI
      claimcheck claims list --predicate has_role --reference claims/
    """
    wording = reader_words(lang_ui)
    found = pages.choose(open_reference(reference or (), shipped=not no_shipped), word, predicate, limit)
    if form == "json":
        write(_json([pages.plain(each) for each in found]))
    else:
        say_rows(pages.rows(found, wording))


def show(
    claim: Annotated[str, typer.Argument(metavar="ID", help="A claim's id, as `claimcheck claims list` shows it.")],
    *,
    reference: Own = None,
    no_shipped: NoShipped = False,
    form: Form = "console",
    lang_ui: MessageLanguage = None,
) -> None:
    """Show one claim with everything known of it: sources, dates, accepted figures.

    Example:

    \b
      claimcheck claims show io-price
    """
    wording = reader_words(lang_ui)
    base = open_reference(reference or (), shipped=not no_shipped)
    found = base.claim(claim)
    if found is None:
        raise DataError(Problem(claim, "no claim is called this" + pages.near(claim, base)))
    if form == "json":
        write(_json(pages.plain(found)))
    else:
        say(pages.page(found, wording))


def validate(
    folder: Annotated[Path, typer.Argument(metavar="DIR|BASE", help="A folder of claims, or an imported base.")],
    *,
    lang_ui: MessageLanguage = None,
) -> None:
    """Check a folder of claims: shape, names, units, claims that contradict each other, and the examples.

    A claim that no article can contradict is told too, with what it lacks; that is no mistake. Of a base, claims are
    told by their ids; an id that was not given is the table's name with the line.

    Exit status: 0 everything is right, 2 something is not; every problem is listed with line and column.

    Examples:

    \b
      claimcheck claims validate claims/
      claimcheck claims validate companies.claims
    """
    from claimcheck.reference.review import review_base  # noqa: PLC0415 – needs a parser and a validator
    from claimcheck.reference.store import Store  # noqa: PLC0415 – for bases only

    wording = reader_words(lang_ui)
    if folder.suffix == BASE_SUFFIX:
        base = Store(folder)
        found, files, claims = review_base(base), 1, base.count()
    else:
        found, files, claims = _reviewed(folder)
    if found.wrong:
        raise DataError(*by_place([*found.wrong, *found.unjudged]))
    counts = {"files": wording.count("file", files), "claims": wording.count("known claim", claims)}
    right = safe(wording("folder_right", folder=folder, **counts))
    write("".join(f"{line}\n" for line in [*told(found.unjudged, wording.language), right]))


def _reviewed(folder: Path) -> tuple[Review, int, int]:
    """What is wrong in a folder, its examples run too, and how many files and claims it has."""
    from claimcheck.reference.review import review  # noqa: PLC0415 – needs a parser and a validator

    shipped = shipped_folder("claims")
    own = os.path.realpath(folder) == os.path.realpath(shipped)
    files = files_in(folder)
    found = review(files)
    try:
        table = load([folder] if own else [shipped, folder])
    except DataError as error:
        raise DataError(*by_place([*error.problems, *found.wrong, *found.unjudged])) from None
    claims = len(table["claims"]) - (0 if own else len(load([shipped])["claims"]))
    wrong = by_place([*found.wrong, *failing(files, open_reference([] if own else [folder]))])
    return found._replace(wrong=tuple(wrong)), len(files), claims


def predicates(*, form: Form = "console") -> None:
    """List what a claim may say: predicates, arguments, kinds of value, and an example of each.

    Of the arguments "!" marks those that must be there, "*" names of entities.

    Example:

    \b
      claimcheck claims predicates
    """
    from claimcheck.reference.review import kinds  # noqa: PLC0415 – needs a parser and a validator

    known = sorted(kinds().items())
    plain = [pages.predicate(name, kind) for name, kind in known]
    write(_json(plain) if form == "json" else "\n".join(map(pages.predicate_page, plain)))


def import_(
    sources: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="CSV, JSON or Wikidata JSON; .gz, .bz2, .xz too.")
    ],
    *,
    output: Annotated[Path, typer.Option("--output", metavar="BASE", help="The base to write, NAME.claims.")],
    form: Annotated[
        Literal["csv", "json", "wikidata"] | None, typer.Option("--format", help="Else told by the suffix.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace a base that is there.")] = False,
    map_: Annotated[
        list[str] | None, typer.Option("--map", metavar="COLUMN=KEY", help="What a column of a table is; repeatable.")
    ] = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="What every row of a table says; repeatable.")
    ] = None,
    lang_ui: MessageLanguage = None,
) -> None:
    """Make one base of claims from files of others; use it with --reference.

    The first row of a table names its columns: predicate, its arguments (`claims predicates` lists them; "|" between
    several names), number, unit, hedge, noun, per, date, announced, closed, terminated, valid_from, valid_to, measure,
    exclusive, confidence, publisher, url, published, retrieved, reviewed, note, id, and text_de, text_en … for a
    sentence. Columns with other names are mapped by --map, what is the same in every row is told by --set.

    Exit status: 0 everything was read, 2 lines were skipped (they are listed) or a file could not be read to its end;
    a base is written in the first case and the second, never half.

    Examples:

    \b
      claimcheck claims import companies.csv --output companies.claims
      claimcheck claims import staff.csv --output staff.claims --map Firma=organization --map Zahl=number \\
        --set predicate=headcount --set publisher=Register --set date=2031-01
      claimcheck claims import latest-all.json.gz --format wikidata --output wikidata.claims
      claimcheck check --reference companies.claims draft.md
    """
    from claimcheck.cli.claim_add import pairs  # noqa: PLC0415 – for this command only
    from claimcheck.reference.importers import Columns, import_claims  # noqa: PLC0415 – for this command only

    wording = reader_words(lang_ui)
    if output.suffix != BASE_SUFFIX:
        raise DataError(Problem(str(output), f"the name of a base ends in {BASE_SUFFIX}"))
    if output.exists() and not replace:
        raise DataError(Problem(str(output), "the base is there already; --replace writes it anew"))
    keep_apart([output], sources)
    table = Columns(pairs(map_ or [], "--map"), pairs(set_ or [], "--set"))
    with progress() as advance:
        done = import_claims(
            sources, output, form, lambda path, read, size: advance(safe(path.name), read, max(1, size)), table
        )
    counts = {"claims": wording.count("known claim", done.claims), "skipped": wording.count("line", done.skipped)}
    write(safe(wording("imported", base=output, **counts)) + "\n")
    if done.problems:
        raise DataError(*done.problems)


def _json(plain: Any) -> str:
    return safe_json(json.dumps(plain, ensure_ascii=False, indent=1)) + "\n"


def failing(files: Sequence[str], reference: Reference) -> list[Problem]:
    """Every example that does not say what its claim promises, at its place in its file."""
    from claimcheck.reference.cross import Spot, problems_at  # noqa: PLC0415 – needs a parser and a validator
    from claimcheck.reference.read import entries  # noqa: PLC0415 – needs a parser and a validator

    found: list[tuple[Spot, str]] = []
    for entry in entries(files).claims:
        path, steps = entry.spot
        for number, example in enumerate(entry.plain.get("examples", ())):
            at = path, (*steps, "examples", number)
            found += [(at, message) for message in _failures(example, reference)]
    return problems_at(found)


def _failures(example: Mapping[str, Any], reference: Reference) -> Iterator[str]:
    from claimcheck.rules.apply import marks  # noqa: PLC0415 – with all rules

    language = example["language"]
    for text in example.get("contradicted", ()):
        plain, spans = marks(text)
        places = [place.span for each in _found(plain, language, reference) for place in each.places]
        missed = [plain[span.start : span.end] for span in spans if not _met(span, places)]
        yield from (f"'{each}' is not found in the example '{plain}'" for each in missed)
    for text in example.get("supported", ()):
        yield from (f"found in '{text}', which agrees: {each.message}" for each in _found(text, language, reference))


def _met(span: Span, places: Sequence[Span]) -> bool:
    return any(each.touches(span) for each in places)


def _found(text: str, language: str, reference: Reference) -> list[Finding]:
    """What is found in a text only because of what the reference says."""
    document = Document.from_text(text, language=language)
    alone = {(each.rule, each.places) for each in check([document], reference=NOTHING).findings}
    return [each for each in check([document], reference=reference).findings if (each.rule, each.places) not in alone]
