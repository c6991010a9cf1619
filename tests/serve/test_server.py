"""The server: who may ask, what is refused, that nothing hostile ends it, and that nothing is left when it ends."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from starlette.types import Message, Receive, Scope, Send

from claimcheck.inputs import read_articles
from claimcheck.ledger import written
from claimcheck.ledger.identity import identities
from claimcheck.model.ledger import Tick
from claimcheck.serve.server import Guard
from claimcheck.serve.uploads import Asked, Checks, _safe_name

TEXT = "Der Umsatz stieg von 400 Millionen Euro auf 500 Millionen Euro, ein Plus von 20 Prozent. <b>Fett</b>"
BOUNDARY = "grenze"
CROSS = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}


class Server(NamedTuple):
    """A running server: its process, port, token, and the folder in which it may leave something."""

    process: subprocess.Popen[str]
    port: int
    token: str
    folder: Path

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        named = {"Host": f"127.0.0.1:{self.port}"} | {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, {name: value for name, value in named.items() if value})
        return connection.getresponse()

    def send(self, parts: list[tuple[str, str | None, bytes]], **headers: str) -> HTTPResponse:
        """A form as a browser sends it: name, file name or None, content of each part."""
        body = b""
        for name, file, content in parts:
            shown = "" if file is None else f'; filename="{file}"'
            body += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{shown}\r\n\r\n'.encode()
            body += content + b"\r\n"
        body += f"--{BOUNDARY}--\r\n".encode()
        own = {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        return self.ask(f"/{self.token}/check", "POST", body, **own | headers)


def started(folder: Path, *options: str) -> Server:
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "serve", "--lang-ui", "de", *options],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)},
    )
    assert process.stdout is not None
    address = urlsplit(process.stdout.readline().strip())
    assert (address.scheme, address.hostname) == ("http", "127.0.0.1")
    assert address.port is not None
    return Server(process, address.port, address.path.strip("/"), folder)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Server]:
    """A server for one test alone, which has to end it."""
    found = started(tmp_path)
    yield found
    found.process.kill()
    found.process.wait()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    found = started(tmp_path_factory.mktemp("serve"))
    yield found
    found.process.terminate()
    try:
        found.process.wait(10)
    finally:
        found.process.kill()
    assert list(found.folder.iterdir()) == []


def test_its_page_is_for_nobody_else(server: Server) -> None:
    done = server.ask(f"/{server.token}/")
    page = done.read().decode()
    assert (done.status, "textarea" in page) == (200, True)
    assert len(server.token) >= 32
    assert done.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert done.headers["Cache-Control"] == "no-store"
    assert done.headers["X-Frame-Options"] == "DENY"
    assert {"Access-Control-Allow-Origin", "Set-Cookie", "Server"}.isdisjoint(done.headers)
    assert not re.search(r"https?://|<script| on\w+=| style=", page)


@pytest.mark.parametrize(
    ("path", "method", "headers", "status"),
    [
        ("/", "GET", {}, 404),
        ("/falsch/", "GET", {}, 404),
        ("/{token}x/", "GET", {}, 404),
        ("/{token}/sheet/99", "GET", {}, 404),
        ("/{token}/check", "GET", {}, 405),
        ("/{token}/", "GET", {"Host": "lindow.example:{port}"}, 421),
        ("/{token}/", "GET", {"Host": "127.0.0.1"}, 421),
        ("/{token}/", "GET", {"Origin": "http://lindow.example"}, 403),
        ("/{token}/", "GET", {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"}, 403),
        ("/{token}/", "GET", CROSS | {"Sec_Fetch_Dest": "iframe"}, 403),
        ("/{token}/", "GET", CROSS | {"Sec_Fetch_Dest": "document"}, 200),
        ("/{token}/", "OPTIONS", {"Origin": "http://127.0.0.1:{port}"}, 403),
        ("/{token}/check", "POST", {}, 403),
        ("/{token}/check", "POST", {"Origin": "null"}, 403),
        ("/{token}/check", "POST", {"Origin": "http://127.0.0.1:1"}, 403),
        ("/{token}/end", "POST", {"Origin": "http://lindow.example"}, 403),
        ("/{token}/check", "POST", {"Origin": "http://127.0.0.1:{port}", "Content_Length": "64000001"}, 413),
        ("/{token}/check", "POST", {"Origin": "http://127.0.0.1:{port}", "Content_Length": "0"}, 400),
    ],
)  # fmt: skip
def test_who_may_ask(server: Server, path: str, method: str, headers: dict[str, str], status: int) -> None:
    named = {name: value.replace("{port}", str(server.port)) for name, value in headers.items()}
    done = server.ask(path.replace("{token}", server.token), method, **named)
    assert done.status == status
    assert server.token not in done.read().decode() or status in (200, 400)


def test_what_is_sent_becomes_a_sheet_and_its_files_are_gone(server: Server) -> None:
    source = b"Die Nordwerk AG meldete einen Umsatz von zuletzt 500 Millionen Euro."
    done = server.send(
        [("text", None, TEXT.encode()), ("sources", "../../quelle.txt", source), ("language", None, b"de")]
    )
    assert (done.status, done.headers["Location"]) == (303, f"/{server.token}/sheet/1")
    sheet = server.ask(done.headers["Location"])
    page = sheet.read().decode()
    assert sheet.status == 200
    assert "eingefügter Text.txt" in page
    assert "20 Prozent" in page
    assert "<b>Fett" not in page
    assert "Gegen 1 Quelle gehalten: 1 belegt" in page
    assert str(server.folder) not in page
    assert [len(list(folder.iterdir())) for folder in server.folder.iterdir()] == [0]
    form = server.ask(f"/{server.token}/").read().decode()
    assert "/sheet/1" in form
    assert "ein Plus von 20 Prozent. &lt;b&gt;Fett&lt;/b&gt;</textarea>" in form


def test_a_ledger_comes_with_its_draft(server: Server, tmp_path: Path) -> None:
    draft = tmp_path / "entwurf.txt"
    draft.write_text(TEXT, encoding="utf-8")
    articles, _ = read_articles([draft], date=None, language="de")
    held = Tick(identities(articles[0])[0], "mk", date(2026, 5, 4), "berichte/2025.pdf", "0" * 64)
    ledger = ("drafts", "entwurf.claims.json", written([held]).encode())
    done = server.send([("drafts", "entwurf.txt", TEXT.encode()), ledger, ("language", None, b"de")])
    page = server.ask(done.headers["Location"]).read().decode()
    assert "Prüfbuch: 1 geprüft, 0 abgelaufen" in page
    assert '"source": "berichte/2025.pdf"' in page


@pytest.mark.parametrize(
    ("parts", "status", "said"),
    [
        ([], 400, "einen Text einfügen"),
        ([("text", None, b"  ")], 400, "einen Text einfügen"),
        ([("text", None, b"x" * 2_000_001)], 400, "zu viel auf einmal"),
        ([("text", None, TEXT.encode()), ("date", None, b"morgen")], 400, "„morgen“ ist kein Datum"),
        ([("text", None, TEXT.encode()), ("language", None, b"../x")], 400, "„../x“ ist nicht bekannt"),
        ([("drafts", "yaml.py", b"print()")], 400, "yaml.py: Gelesen wird nur .txt"),
        ([("drafts", "a.txt", b"x" * 16_000_001)], 400, "a.txt ist größer als 16 MB"),
        ([("drafts", "a.txt", b"\xff\x00\xfe" * 1000), ("drafts", "a.docx", b"PK\x03\x04" + bytes(99))], 303, ""),
        ([("drafts", f"{n}.txt", b"x") for n in range(41)], 400, "zu viel auf einmal"),
    ],
    ids=lambda each: str(each)[:40],
)
def test_nothing_that_is_sent_ends_it(
    server: Server, parts: list[tuple[str, str | None, bytes]], status: int, said: str
) -> None:
    done = server.send(parts)
    assert (done.status, said in done.read().decode()) == (status, True)
    assert server.ask(f"/{server.token}/").status == 200
    assert [list(folder.iterdir()) for folder in server.folder.iterdir()] == [[]]


def test_it_ends_by_its_own_button(own: Server) -> None:
    done = own.ask(f"/{own.token}/end", "POST", Origin=f"http://127.0.0.1:{own.port}")
    assert (done.status, done.headers["Clear-Site-Data"]) == (200, '"storage", "cache"')
    done.read()
    assert own.process.wait(10) == 0
    assert list(own.folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_ends_it_and_what_it_does_and_leaves_nothing(own: Server, number: signal.Signals) -> None:
    assert len(list(own.folder.iterdir())) == 1
    long = [("text", None, TEXT.encode() * 10_000)]
    with ThreadPoolExecutor() as pool:
        answer = pool.submit(own.send, long)
        while number == signal.SIGTERM and not list(own.folder.rglob("*.txt")):
            assert not answer.done()
        own.process.send_signal(number)
        assert own.process.wait(20) in (0, 130, 128 + number)
        assert answer.exception(20) is not None or answer.result().status == 422
    assert list(own.folder.iterdir()) == []


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="asks a process whether it is there in another way")
def test_a_check_ends_with_its_time_and_with_the_server(tmp_path: Path) -> None:
    asked, told = Asked(("a.txt",), (), (), None, None), tmp_path / "process"
    program = f"import os, time; open({str(told)!r}, 'w').write(str(os.getpid())); time.sleep(60)"

    async def all_ways() -> None:
        broken = Checks((sys.executable, "-c", "raise SystemExit(1)"), 10)
        assert await broken.page(asked, str(tmp_path), "de") is None
        assert await Checks((sys.executable, "-c", program), 1).page(asked, str(tmp_path), "de") is None
        assert not alive(int(told.read_text()))
        told.unlink()
        running = asyncio.ensure_future(Checks((sys.executable, "-c", program), 60).page(asked, str(tmp_path), "de"))
        while not (told.exists() and told.read_text()):
            await asyncio.sleep(0.02)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert not alive(int(told.read_text()))

    asyncio.run(all_ways())


def test_a_body_that_does_not_say_how_long_it_is_is_counted() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive()).get("more_body"):
            pass

    async def receive() -> Message:
        return {"type": "http.request", "body": b"x" * 10, "more_body": True}

    async def send(message: Message) -> None:
        raise AssertionError(message)

    headers = [(b"host", b"localhost:1"), (b"origin", b"http://localhost:1")]
    scope = {"type": "http", "method": "POST", "path": "/t/check", "headers": headers}
    with pytest.raises(Exception, match="413"):
        asyncio.run(Guard(app, "t", 1, most=95)(scope, receive, send))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Texte\\Entwurf 3.docx", "Entwurf 3.docx"),
        (".versteckt.txt", "versteckt.txt"),
        ("a\x00b\n\u202ec.txt", "a b c.txt"),
        ("...txt", "_.txt"),
        (".PDF", "_.PDF"),
        ("ohne Endung", "ohne Endung"),
        ("x" * 300 + ".md", "x" * 80 + ".md"),
        ("y" * 300 + ".claims.json", "y" * 80 + ".claims.json"),
    ],
)
def test_names_lead_nowhere(name: str, safe: str) -> None:
    assert _safe_name(name) == safe
