"""`claimcheck ledger …` and what `check` says of a ledger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run_here as run
from pydantic import TypeAdapter

import claimcheck
from claimcheck.reference import NOTHING, Reference
from claimcheck.report.shape import ReportShape

TEXT = (
    "Northmill grows\n\nNorthmill paid 14 million euros for its trains. The plant in Lindow has 420 workers. "
    "Its tour begins in May 2019.\n"
)
BY = ("--by", "mk", "--on", "2026-05-04", "--source")


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("draft.txt")
    path.write_text(TEXT, encoding="utf-8")
    Path("report.pdf").write_bytes(b"%PDF")
    return path


def test_a_claim_is_ticked_by_its_words_its_place_or_its_number(draft: Path) -> None:
    assert run("ledger", "status", draft).exit_code == 0
    assert run("ledger", "status", draft, "--fail-on", "open").exit_code == 1
    done = run("ledger", "tick", draft, "14 million euros", *BY, "report.pdf")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "verified by mk on May 4, 2026 with the file report.pdf" in done.stdout
    assert run("ledger", "tick", draft, "3:73", *BY, "phone call").exit_code == 0
    shown = run("ledger", "status", draft).stdout
    assert "draft.txt  3 claims: 2 verified, 0 expired, 1 open.\n" in shown
    number = next(line.split()[2] for line in shown.splitlines() if line.startswith("  open"))
    assert run("ledger", "tick", draft, number, *BY, "phone call").exit_code == 0
    assert run("ledger", "status", draft, "--fail-on", "open").exit_code == 0
    assert run("ledger", "remove", draft, "420").stdout == "“420” is open again.\n"
    assert "2 verified, 0 expired, 1 open" in run("ledger", "status", draft).stdout


def test_days_are_written_as_the_reader_writes_them(draft: Path) -> None:
    done = run("ledger", "tick", draft, "420", *BY, "Telefonat", "--lang-ui", "de")
    assert done.stdout == "„420“ geprüft von mk am 4. Mai 2026 mit Telefonat.\n"
    assert "mk, 4. Mai 2026, Telefonat\n" in run("ledger", "status", draft, "--lang-ui", "de").stdout


def test_check_counts_and_its_findings_are_the_same(draft: Path) -> None:
    assert "ledger" not in claimcheck.to_dict(claimcheck.check([draft]))["documents"][0]
    run("ledger", "tick", draft, "14 million euros", "420", *BY, "report.pdf")
    draft.write_text(TEXT.replace("420", "430"), encoding="utf-8")
    done = run("check", draft)
    assert (done.exit_code, "Ledger: 1 verified, 1 expired, 2 open.\n" in done.stdout) == (0, True)
    assert "Expired: “420” (draft.txt:3:73): its words have changed.\n" in done.stdout
    report = claimcheck.to_dict(claimcheck.check([draft]))
    assert TypeAdapter(ReportShape).validate_python(json.loads(json.dumps(report)), strict=True) == report
    ledger = report["documents"][0]["ledger"]
    assert ledger["counts"] == {"verified": 1, "expired": 1, "open": 2}
    ticks = {each["text"]: each["lapse"] for each in ledger["ticks"]}
    assert ticks == {"14 million euros": None, "420": "words"}
    assert run("ledger", "status", draft).exit_code == 1
    assert run("ledger", "prune", ".").stdout == "draft.claims.json: 1 expired taken out, 1 left.\n"
    assert run("ledger", "status", draft).exit_code == 0


def test_what_a_sheet_exports_is_taken_in(draft: Path) -> None:
    run("ledger", "tick", draft, "14 million euros", "420", *BY, "report")
    exported = Path("sheet.json")
    own = Path("draft.claims.json")
    exported.write_text(json.dumps(json.loads(own.read_text()) | {}).replace('"report"', '"report.pdf"'))
    own.unlink()
    done = run("ledger", "import", draft, exported)
    assert done.stdout == "draft.claims.json: 2 new, 0 replaced, 0 older than what stood there; 0 expired.\n"
    assert all("sha256" in each for each in json.loads(own.read_text())["ticks"])
    before = own.read_bytes()
    assert "0 new, 0 replaced" in run("ledger", "import", draft, exported).stdout
    assert own.read_bytes() == before
    draft.write_text("Nobody paid 3 million euros for the plant.\n")
    refused = run("ledger", "import", draft, exported)
    assert (refused.exit_code, own.read_bytes()) == (2, before)
    assert "none of its ticks is for a claim of draft.txt" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("draft.txt", "99 euros", *BY, "x"), "draft.txt: no claim is called '99 euros'"),
        (("draft.txt", "420  workers", *BY, "x"), "'420  workers'; these words have '420' (3:73 "),
        (("draft.txt", "420", *BY, " "), "--source: should have 1 to 2,000 characters"),
        (("draft.txt", "420", *BY, "draft.txt"), "a text cannot support itself"),
        (("draft.txt", "420", *BY, "x", "--on", "4 May"), "--on: '4 May' is no date"),
        (("-", "420", *BY, "x"), "a ledger stands beside its article; give a file"),
        (("draft.txt", "twice.", *BY, "x"), "no claim is called"),
    ],
)
def test_what_cannot_be_meant_is_refused(draft: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("ledger", "tick", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not Path("draft.claims.json").exists()


def test_claims_are_read_with_the_reference_asked_for(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[list[str], bool]] = []

    def seen(paths: list[Path], *, shipped: bool) -> Reference:
        opened.append(([each.name for each in paths], shipped))
        return NOTHING

    monkeypatch.setattr("claimcheck.cli.desk.open_reference", seen)
    Path("claimcheck.toml").write_text('reference = ["settings.claims"]\n', encoding="utf-8")
    asked = ("--reference", "own.claims", "--no-reference")
    run("ledger", "status", draft)
    run("ledger", "tick", draft, "420", *BY, "phone call")
    for command in (("status", draft), ("tick", draft, "420", *BY, "x"), ("remove", draft, "420"), ("prune", draft)):
        assert run("ledger", *command, *asked).exit_code == 0
    run("ledger", "import", draft, "nothing.json", *asked)
    assert opened == [(["settings.claims"], True)] * 2 + [(["own.claims"], False)] * 5


def test_a_name_of_several_claims_is_refused_with_all_of_them(draft: Path) -> None:
    draft.write_text(f"{TEXT}\nIn spring it had 420 workers.\n", encoding="utf-8")
    done = run("ledger", "tick", draft, "420", *BY, "x")
    assert (done.exit_code, done.stderr.count(" 3:"), done.stderr.count(" 5:")) == (2, 1, 1)


def test_a_damaged_ledger_is_never_written_over(draft: Path) -> None:
    own = Path("draft.claims.json")
    own.write_text("<<<<<<< HEAD\n")
    for command in (("tick", draft, "420", *BY, "x"), ("remove", draft, "420"), ("prune", "."), ("status", draft)):
        done = run("ledger", *command)
        assert (done.exit_code, own.read_text()) == (2, "<<<<<<< HEAD\n")
        assert "draft.claims.json:1:1: git has left two versions here" in done.stderr
    assert run("check", draft).exit_code == 2


def test_without_a_day_a_tick_has_that_of_the_clock(draft: Path) -> None:
    from datetime import date  # noqa: PLC0415 – beside the only line that reads the clock

    before = date.today()
    run("ledger", "tick", draft, "420", "--by", "mk", "--source", "x")
    on = date.fromisoformat(json.loads(Path("draft.claims.json").read_text())["ticks"][0]["on"])
    assert before <= on <= date.today()


def test_a_file_outside_the_project_is_no_source(draft: Path) -> None:
    Path("in").mkdir()
    Path("in/d.txt").write_text(TEXT, encoding="utf-8")
    done = run("ledger", "tick", "in/d.txt", "420", *BY, "report.pdf")
    assert (done.exit_code, Path("in/d.claims.json").exists()) == (2, False)
    assert "report.pdf: the file is outside the project; put it below" in done.stderr
    run("ledger", "tick", draft, "420", *BY, "../report.pdf")
    Path("draft.claims.json").replace("in/sheet.json")
    assert run("ledger", "import", "in/d.txt", "in/sheet.json").exit_code == 0
    assert "sha256" not in Path("in/d.claims.json").read_text()
    Path("claimcheck.toml").touch()
    assert run("ledger", "tick", "in/d.txt", "420", *BY, "report.pdf").exit_code == 0
    assert '"../report.pdf"' in Path("in/d.claims.json").read_text()


def test_an_article_among_many_has_no_ledger_and_takes_none(draft: Path) -> None:
    """The place of one would be that of draft.txt."""
    run("ledger", "tick", draft, "420", *BY, "phone call")
    before = Path("draft.claims.json").read_bytes()
    Path("draft.jsonl").write_text(json.dumps({"id": "a1", "text": TEXT, "language": "en"}), encoding="utf-8")
    for named in ("draft.jsonl", "draft.jsonl#a1"):
        done = run("ledger", "tick", named, "420", *BY, "phone call")
        assert done.exit_code == 2 and "a file of its own" in done.stderr
    assert Path("draft.claims.json").read_bytes() == before
