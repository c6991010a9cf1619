"""The ledger: a tick survives moved text, expires when words, value, sentence or source change, and merges."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimcheck import ledger as home
from claimcheck.errors import DataError
from claimcheck.inputs import read_articles
from claimcheck.ledger import beside, content_hash, read, taken_in, written
from claimcheck.ledger.identity import identities, standing
from claimcheck.ledger.shape import schema
from claimcheck.model import Article
from claimcheck.model.ledger import Standing, Tick

ROOT = Path(__file__).parents[2]
PRICE = "Nordwerk zahlt 14 Milliarden Euro für Alsterlicht. "
STAFF = "Das Werk in Lindow hat 420 Beschäftigte. "
LATER = "Der Umbau beginnt am 3. Mai 2027, sagte Sprecherin Ina Kowal. "
TEXT = f"Nordwerk kauft\n\n{PRICE}{STAFF}{LATER}\n"
ON = date(2026, 5, 4)


def article(folder: Path, text: str, day: str | None = None) -> Article:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    articles, problems = read_articles([path], date=day, language="de")
    assert not problems
    return articles[0]


def tick_all(folder: Path, text: str = TEXT, source: str = "Pressestelle", sha256: str | None = None) -> Article:
    ticks = [Tick(each, "mk", ON, source, sha256) for each in identities(article(folder, text))]
    (folder / "a.claims.json").write_text(written(ticks), encoding="utf-8")
    return article(folder, text)


def lapses(found: Standing) -> dict[str, str | None]:
    return {each.tick.identity.text: each.lapse for each in found.ticks if each.lapse}


def test_ticks_hold_while_the_text_moves(tmp_path: Path) -> None:
    found = standing(tick_all(tmp_path))
    assert (found.verified(), found.expired(), found.open) == (len(found.ticks), 0, ())
    assert found.verified() >= 4
    moved = f"Nordwerk kauft\n\nEs kamen viele.  {STAFF}\n\n{LATER}  {PRICE}\u00ad\n"
    assert standing(article(tmp_path, moved)).expired() == 0


@pytest.mark.parametrize(
    ("old", "new", "text", "lapse"),
    [
        ("14 Milliarden", "15 Milliarden", "14 Milliarden Euro", "words"),
        ("für Alsterlicht", "für Elbglanz", "14 Milliarden Euro", "sentence"),
        (STAFF, "", "420", "gone"),
    ],
)
def test_a_tick_expires_with_its_words(tmp_path: Path, old: str, new: str, text: str, lapse: str) -> None:
    tick_all(tmp_path)
    found = standing(article(tmp_path, TEXT.replace(old, new)))
    assert lapses(found)[text] == lapse
    now = next(each.place for each in found.ticks if each.tick.identity.text == text)
    assert (now is None) == (lapse == "gone")
    assert now is None or now in [each.place for each in found.open]


def test_a_day_that_means_another_one_expires(tmp_path: Path) -> None:
    text = "Am Montag brannte die Halle von Nordwerk.\n"
    ticks = [Tick(each, "mk", ON, "Feuerwehr") for each in identities(article(tmp_path, text, "2026-05-06"))]
    (tmp_path / "a.claims.json").write_text(written(ticks), encoding="utf-8")
    assert lapses(standing(article(tmp_path, text, "2026-05-07"))) == {}
    assert lapses(standing(article(tmp_path, text, "2026-05-20"))) == {"Montag": "value"}


def test_equal_claims_are_told_apart(tmp_path: Path) -> None:
    tick_all(tmp_path, STAFF * 2)
    assert standing(article(tmp_path, STAFF * 2)).expired() == 0
    assert set(lapses(standing(article(tmp_path, STAFF))).values()) == {"gone"}
    assert len(standing(article(tmp_path, STAFF * 3)).open) == 1


def test_a_file_as_source_is_held_by_its_content(tmp_path: Path) -> None:
    source = tmp_path / "bericht.pdf"
    source.write_bytes(b"%PDF 1")
    tick_all(tmp_path, source="bericht.pdf", sha256=content_hash(str(source)))
    assert standing(article(tmp_path, TEXT)).expired() == 0
    source.write_bytes(b"%PDF 2")
    assert set(lapses(standing(article(tmp_path, TEXT))).values()) == {"source_changed"}
    source.unlink()
    found = standing(article(tmp_path, TEXT))
    assert (set(lapses(found).values()), found.open) == ({"source_missing"}, ())


def test_a_ledger_asks_of_no_file_outside_its_project(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (tmp_path / "report.pdf").write_bytes(b"%PDF")
    (folder / "out").symlink_to(tmp_path)
    (folder / "elsewhere.txt").symlink_to(tmp_path / "nothing")
    for name in ("../report.pdf", "../nothing", "out/report.pdf", "x/../../nothing", "elsewhere.txt"):
        (folder / "a.claims.json").unlink(missing_ok=True)
        held = [Tick(each, "mk", ON, name, "0" * 64) for each in identities(article(folder, TEXT))]
        (folder / "a.claims.json").write_text(written(held), encoding="utf-8")
        with pytest.raises(DataError, match=f"the source '{name}' is outside the project"):
            read(str(folder / "a.claims.json"))
    (tmp_path / "claimcheck.toml").touch()
    (folder / "a.claims.json").unlink()
    found = tick_all(folder, source="../report.pdf", sha256=content_hash(str(tmp_path / "report.pdf")))
    assert standing(found).expired() == 0


def test_the_files_of_a_ledger_are_read_once_and_only_so_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "report.pdf").write_bytes(b"%PDF")
    (tmp_path / "more.pdf").write_bytes(b"%PDF 2")
    claims = identities(article(tmp_path, TEXT))
    sha256 = content_hash(str(tmp_path / "report.pdf"))
    ticks = [Tick(each, "mk", ON, "./" * number + "report.pdf", sha256) for number, each in enumerate(claims)]
    opened: list[str] = []
    content = home.content

    def seen(path: str, most: int) -> bytes:
        opened.append(path)
        return content(path, most)

    monkeypatch.setattr(home, "content", seen)
    assert set(home.now(ticks, str(tmp_path / "a.claims.json")).values()) == {sha256}
    assert opened == [str((tmp_path / "report.pdf").resolve())]
    monkeypatch.setattr(home, "MOST_BYTES", 9)
    both = [ticks[0], ticks[1]._replace(source="more.pdf")]
    with pytest.raises(DataError, match="more than 0 MB together"):
        home.now(both, str(tmp_path / "a.claims.json"))
    monkeypatch.setattr(home, "MOST", 1)
    opened.clear()
    with pytest.raises(DataError, match="the ticks rest on 2 files; a ledger may name 1"):
        home.now(both, str(tmp_path / "a.claims.json"))
    assert opened == []


def test_the_file_comes_back_as_it_was_written_in_any_layout(tmp_path: Path) -> None:
    tick_all(tmp_path, source='"Bericht" 😀, S. 3')
    path = tmp_path / "a.claims.json"
    text = path.read_text(encoding="utf-8")
    ledger = read(str(path))
    path.write_text(json.dumps(json.loads(text), indent="\t"), encoding="utf-8")
    assert read(str(path)) == ledger
    assert written(reversed(ledger.ticks)) == text


GOOD = {"by": "mk", "on": "2026-05-04", "source": "Bericht"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"on": "4. Mai"}, "5:8: '4. Mai' is no date; write it as YYYY-MM-DD"),
        ({"whom": "mk"}, "the key 'whom' is not known"),
        ({"by": None}, "5:8: this should be a valid string"),
        ({"by": " "}, "'by' is empty; something must stand here"),
        ({"occurrence": "1"}, "valid integer"),
        ({"text": "15 Euro"}, "'claim' does not fit the words beside it"),
        ({"source": "/a/b.pdf", "sha256": "0" * 64}, "as seen from the folder of the ledger"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, change: dict[str, object], said: str) -> None:
    identity = identities(article(tmp_path, STAFF))[0]
    entry = {**identity._asdict(), **GOOD, **change}
    keep = {key: value for key, value in entry.items() if key in change}
    rest = {key: value for key, value in entry.items() if key not in change}
    lines = [
        '{"schema": "claimcheck.ledger/1",',
        ' "ticks": [',
        " {",
        "".join(f'"{key}": {json.dumps(value)}, ' for key, value in rest.items()).rstrip(", ") + ",",
        ", ".join(f'"{key}": {json.dumps(value)}' for key, value in keep.items()).replace('"', ' "', 1),
        "}]}",
    ]
    path = tmp_path / "x.claims.json"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read(str(path))
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"{path}:")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", ":1:1: "),
        ('{"schema": "claimcheck.ledger/2", "ticks": []}', ":1:12: 'claimcheck.ledger/2' is not possible here"),
        ('{"schema": "claimcheck.ledger/1",\n "ticks": [], "ticks": []}', ":2:15: the key 'ticks' stands twice"),
        ("{", ":1:2: this is no JSON"),
        ('{"schema": "claimcheck.ledger/1",\n<<<<<<< HEAD\n', ":2:1: git has left two versions here"),
        ("[" * 100_000, "this is no JSON that can be read"),
    ],
)
def test_what_is_no_ledger_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "x.claims.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"x\.claims\.json") as caught:
        read(str(path))
    assert said in str(caught.value)


def test_a_claim_is_ticked_once(tmp_path: Path) -> None:
    tick = Tick(identities(article(tmp_path, STAFF))[0], "mk", ON, "Bericht")
    path = tmp_path / "a.claims.json"
    path.write_text(written([tick, tick._replace(by="iw")]), encoding="utf-8")
    with pytest.raises(DataError, match="the ticks number 1 and 2 are for one claim"):
        read(str(path))


def test_a_wrong_ledger_is_a_problem_of_its_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    Path(beside(str(tmp_path / "a.txt"))).write_text("{}", encoding="utf-8")
    articles, problems = read_articles([tmp_path / "a.txt"], date=None, language="de")
    assert len(articles) == 1
    assert [each.message for each in problems] == ["the key 'schema' is missing", "the key 'ticks' is missing"]


def test_the_later_day_counts_when_ticks_are_taken_in(tmp_path: Path) -> None:
    first, second, *_ = (Tick(each, "mk", ON, "Bericht") for each in identities(article(tmp_path, TEXT)))
    older = first._replace(on=date(2026, 5, 1), by="iw")
    done = taken_in([first], [older, second])
    assert (set(done.ticks), done.new, done.replaced, done.older) == ({first, second}, 1, 0, 1)
    assert taken_in([older], [first]).replaced == 1


def test_ticks_of_two_people_merge(tmp_path: Path) -> None:
    every = sorted(Tick(each, "mk", ON, "Bericht") for each in identities(article(tmp_path, TEXT)))
    assert len(every) >= 4
    for name, ticks in (("base", every[1:2]), ("ours", every[:2]), ("theirs", every[1:])):
        (tmp_path / name).write_text(written(ticks), encoding="utf-8")
    merged = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=tmp_path, capture_output=True, check=False
    )
    assert (merged.returncode, merged.stdout.decode()) == (0, written(every))


def test_the_published_schema_is_that_of_our_shape(tmp_path: Path) -> None:
    published = json.loads((ROOT / "schema" / "claimcheck.ledger-1.json").read_text(encoding="utf-8"))
    assert published == schema(), "run `make schema`"
    tick_all(tmp_path)
    Draft202012Validator(published).validate(json.loads((tmp_path / "a.claims.json").read_text(encoding="utf-8")))
