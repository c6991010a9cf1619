"""Every example in rules/ runs, and the shape of rule files is guarded."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import languages, rules
from claimcheck.cli.asked import every_rule
from claimcheck.constraints import constrain
from claimcheck.errors import DataError
from claimcheck.extract import read_article
from claimcheck.link import link
from claimcheck.model import Document, Report
from claimcheck.rules import Example, Rule
from claimcheck.rules.apply import apply, marks
from claimcheck.rules.examples import failures, problems_of
from claimcheck.rules.examples import test as run_examples
from claimcheck.rules.suppress import settle
from claimcheck.segment import segment

FOLDER = Path(__file__).parents[1] / "rules"
RULES = rules.load(FOLDER)
EXAMPLES = {rule.id: rule.examples() for rule in RULES}
GOOD = (FOLDER / "core" / "range-inverted.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, each, id=f"{rule.id}: {each.language}: {each.name}")
        for rule in RULES
        for each in EXAMPLES[rule.id].examples
    ],
)
def test_example_holds(rule: Rule, example: Example) -> None:
    assert failures(rule, example, EXAMPLES[rule.id].reference) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_hits_and_near_misses_in_every_language(rule: Rule) -> None:
    assert [str(problem) for problem in problems_of(rule) if "example '" not in problem.message] == []
    assert set(rule.message) == set(rule.why) == set(languages.known())
    assert len({*rule.why.values()}) == len(rule.why)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_near_misses_are_silent_under_all_rules(rule: Rule) -> None:
    for example in EXAMPLES[rule.id].examples:
        if not example.is_hit():
            article = _article(example.texts[0], example)
            applied = apply(RULES, [constrain(link(article))], example.language)
            found = Report((article,), applied.in_order(), applied.coverage([article]))
            findings = settle(found, RULES, example.language).findings
            assert [each.message for each in findings if each.rule != rule.id and each.level == "error"] == [], example


def test_marks_are_cut_out_with_their_places() -> None:
    text, spans = marks("Im [[Mai]] und [[Juni]].")
    assert text == "Im Mai und Juni."
    assert [text[span.start : span.end] for span in spans] == ["Mai", "Juni"]


def test_a_rule_is_a_hint_inside_a_quotation() -> None:
    text = "„Der Umsatz stieg von 400 auf 500 Millionen Euro, ein Plus von 20 Prozent“, sagte Meike Dassow."
    applied = apply(RULES, [constrain(link(_article(text, Example("", "de", ()))))], "de")
    assert {finding.level for finding in applied.findings} == {"hint"}


def test_the_message_follows_the_reader_and_shows_the_arithmetic() -> None:
    text = "Der Umsatz stieg von 400 auf 500 Millionen Euro, ein Plus von 20 Prozent."
    article = _article(text, Example("", "de", ()))
    german = apply(RULES, [constrain(link(article))], "de").in_order()
    english = apply(RULES, [constrain(link(article))], "en").in_order()
    assert german[0].message == "400 → 500 Millionen Euro sind +25 Prozent, im Text steht: 20 Prozent."
    assert english[0].message == "400 → 500 Millionen Euro is +25 percent, the text says 20 Prozent."
    assert german[0].computation == "400.000.000 → 500.000.000 = +25 %"
    assert german[0].fingerprint == english[0].fingerprint
    assert [repair.replacement for repair in german[0].repairs] == ["25"]


def test_the_same_input_gives_the_same_findings_in_order() -> None:
    text = (
        "Jeder Dritte (25 Prozent) kam. Mehr als die Hälfte (48 Prozent) blieb. Am Montag, 13. Mai 2025, war Schluss."
    )
    article = _article(text, Example("", "de", ()))
    applied = apply(RULES, [constrain(link(article))], "de")
    first, coverage = applied.in_order(), applied.coverage([article])
    again = apply(tuple(reversed(RULES)), [constrain(link(article))], "de").in_order()
    assert first == again
    assert [each.places[0].span.start for each in first] == sorted(each.places[0].span.start for each in first)
    assert {each.rule: each.comparisons for each in coverage.rules}["core/weekday-wrong"] == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            ("kind: inverted_range", "kind: inverted_rang"),
            "no check is called 'inverted_rang'; did you mean 'inverted_range'?",
        ),
        (("level: warning", "levle: warning"), "the key 'levle' is not known; did you mean 'level'?"),
        (("level: warning", "level: eror"), "'eror' is not possible here; did you mean 'error'?"),
        (("level: warning", "level: warning\nlevel: hint"), "the key 'level' stands twice"),
        (("{range}", "{rnge}"), "names {rnge}; this check knows range, low, high"),
        (("why:", "wy:"), "the key 'why' is missing"),
    ],
)
def test_a_wrong_rule_file_says_what_would_be_right(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    (tmp_path / "bad.yaml").write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        rules.load(tmp_path)
    assert told in str(caught.value)
    assert all(problem.line and problem.column for problem in caught.value.problems)


def test_all_wrong_files_are_told_at_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("level: eror\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        rules.load(tmp_path)
    assert {Path(problem.path).name for problem in caught.value.problems} == {"a.yaml", "b.yaml"}


def test_an_example_that_fails_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(GOOD.replace("[[zwischen 31 und 26", "[[zwischen 21 und 26"), encoding="utf-8")
    (rule,) = rules.load(tmp_path)
    assert any("'zwischen 21 und 26 Millionen Euro' is not found" in problem.message for problem in problems_of(rule))


def _article(text: str, example: Example):  # type: ignore[no-untyped-def]
    document = Document.from_text(text, language=example.written_in(0), published=example.date(0))
    return read_article(segment(document))


def test_a_rule_of_ones_own_may_speak_one_language(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    text = "level: error\nmessage: {en: '{date}!'}\nwhy: w\ncheck: {kind: times, say: [weekday]}\nexamples:\n"
    for name, day in (("found", "[[Monday, May 13, 2025]]"), ("silent", "Tuesday, May 13, 2025")):
        text += f"  - {{name: {name}, language: en, texts: ['The show opens on {day}.']}}\n"
    (tmp_path / "house" / "day.yaml").write_text(text, encoding="utf-8")
    assert run_examples(tmp_path) == (2, ())
    assert [rule.id for rule in every_rule([tmp_path])][len(RULES) :] == ["house/day"]
    (tmp_path / "house").rename(tmp_path / "core")
    (tmp_path / "core" / "day.yaml").rename(tmp_path / "core" / "range-inverted.yaml")
    with pytest.raises(DataError, match="another rule has this name"):
        every_rule([tmp_path])
