"""`claimcheck explain RULE`: the rule's file, as its documentation."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck import rules
from claimcheck.cli import options
from claimcheck.cli.choose import unknown_rule
from claimcheck.cli.leave import complain, write
from claimcheck.errors import DataError
from claimcheck.report.rule_pages import page
from claimcheck.report.words import message_language, words


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's name, as `claimcheck rules` lists it.")],
    *,
    lang_ui: options.MessageLanguage = None,
) -> None:
    """Show why a rule exists, what it says, and its examples: [[…]] is found, all else stays silent."""
    try:
        wording = words(message_language(lang_ui))
        known = {each.id: each for each in rules.shipped()}
        if rule not in known:
            raise DataError(unknown_rule(rule, sorted(known)))
        write(page(known[rule], wording))
    except DataError as error:
        raise typer.Exit(complain(error.problems)) from None


def add(app: typer.Typer, command: str) -> None:
    """Puts the command on the line."""
    app.command(command)(explain)
