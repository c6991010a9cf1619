"""What a rule is, for a person: why it exists, what it says, its examples."""

from __future__ import annotations

from claimcheck.report.words import Words
from claimcheck.rules import Rule

SHOWN = 3


def examples(rule: Rule, *, hits: bool) -> list[tuple[str, str]]:
    """Name with language, and text, of the examples that are found, or of the near misses."""
    return [
        (f"{example.name} ({example.language})", "\n".join(example.texts).strip())
        for example in rule.examples().examples
        if example.is_hit() is hits
    ]


def page(rule: Rule, words: Words) -> str:
    """The rule on one page of plain text."""
    from textwrap import indent  # noqa: PLC0415 – not needed for reports

    level = words(rule.level) if rule.level == rule.reports_at else f"{words(rule.level)} → {words(rule.reports_at)}"
    parts = [f"{rule.id}  {level}  {words(rule.maturity)}", rule.reason(words.language), rule.template(words.language)]
    parts += counted(rule, words)
    for title, hits in (("found", True), ("silent", False)):
        parts.append(f"{words(title)}:")
        parts += [f"- {name}\n{indent(text, '  ')}" for name, text in examples(rule, hits=hits)]
    return "\n\n".join(parts) + "\n"


def counted(rule: Rule, words: Words) -> list[str]:
    """How often such statements agreed in published articles, in words, and with which evidence they are only hints."""
    if not rule.records:
        return []
    held, made = sum(each.held for each in rule.records), sum(each.made for each in rule.records)
    lines = [words("agreed", held=held, made=made)]
    for each in rule.records:
        level = rule.level_with(each.evidence)
        lines.append(f"- {words(f'evidence {each.evidence}')}: {each.held}/{each.made}, {words(level)}")
    return ["\n".join(lines)]


def markdown(rule: Rule, words: Words) -> str:
    """The same as Markdown with the first examples; they stand in code blocks, where nothing in them is markup."""
    parts = [rule.reason(words.language), f"`{rule.template(words.language)}`"]
    for title, hits in (("found", True), ("silent", False)):
        parts.append(f"**{words(title)}**")
        parts += [f"{name}\n\n~~~~text\n{text}\n~~~~" for name, text in examples(rule, hits=hits)[:SHOWN]]
    return "\n\n".join(parts) + "\n"
