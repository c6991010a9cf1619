"""`claimcheck rules`: the rules; `rules test DIR`: the examples of a folder of rules, run; `explain RULE`: one rule."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.asked import every_rule, unknown_rule
from claimcheck.cli.leave import say, say_rows, told, write
from claimcheck.cli.reader import reader_words
from claimcheck.errors import DataError
from claimcheck.report.rule_pages import page


def rules(context: typer.Context, *, own: options.OwnRules = None, lang_ui: options.MessageLanguage = None) -> None:
    """List the rules with the level of their findings, their maturity, and why they exist.

    A preview rule reports hints, whatever its level is to be.
    """
    if context.invoked_subcommand is not None:
        return
    wording = reader_words(lang_ui)
    rows = (
        (rule.id, wording(rule.reports_at), wording(rule.maturity), rule.reason(wording.language))
        for rule in every_rule(own or ())
    )
    say_rows(list(rows))


def test(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of rules.")],
    *,
    lang_ui: options.MessageLanguage = None,
) -> None:
    """Run the examples of every rule in a folder.

    Exit status: 0 all hold, 1 some do not, 2 a file is no rule.
    """
    from claimcheck.rules.examples import test as run  # noqa: PLC0415 – for this command only

    wording = reader_words(lang_ui)
    examples, problems = run(folder)
    count = wording("tested", examples=wording.count("example", examples), problems=len(problems))
    write("".join(f"{line}\n" for line in [*told(problems, wording.language), count]))
    raise typer.Exit(int(bool(problems)))


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's name, as `claimcheck rules` lists it.")],
    *,
    file: Annotated[bool, typer.Option("--file", help="Print the rule's file, to make one's own of it.")] = False,
    own: options.OwnRules = None,
    lang_ui: options.MessageLanguage = None,
) -> None:
    """Show why a rule exists, what it says, and its examples: [[…]] is found, all else stays silent."""
    wording = reader_words(lang_ui)
    known = {each.id: each for each in every_rule(own or ())}
    if rule not in known:
        raise DataError(unknown_rule(rule, sorted(known)))
    if file:
        write(Path(known[rule].path).read_text(encoding="utf-8"))
    else:
        say(page(known[rule], wording))
