"""`claimcheck explain RULE`: the rule's file, as its documentation."""

from __future__ import annotations

from textwrap import fill, indent
from typing import Annotated

import typer

from claimcheck import rules
from claimcheck.cli import options
from claimcheck.cli.choose import unknown_rule
from claimcheck.cli.leave import complain, write
from claimcheck.errors import DataError
from claimcheck.report.words import Words, message_language, words
from claimcheck.rules import Rule

WIDTH = 100


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


def page(rule: Rule, wording: Words) -> str:
    """The rule on one page."""
    parts = [f"{rule.id}  {wording(rule.level)}", fill(" ".join(rule.why.split()), WIDTH)]
    parts.append(rule.message.get(wording.language) or next(iter(rule.message.values())))
    for title, hits in (("found", True), ("silent", False)):
        shown = [f"- {example.name} ({example.language})" for example in rule.examples if example.is_hit() is hits]
        texts = ["\n".join(example.texts) for example in rule.examples if example.is_hit() is hits]
        parts.append(f"{wording(title)}:")
        parts += [f"{name}\n{indent(text.strip(), '  ')}" for name, text in zip(shown, texts, strict=True)]
    return "\n\n".join(parts) + "\n"


def add(app: typer.Typer, command: str) -> None:
    """Puts the command on the line."""
    app.command(command)(explain)
