"""What keeps `claimcheck serve` from starting is said in plain words."""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from command import run_here

from claimcheck.cli import start


def test_without_its_libraries_it_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "NEEDED", ("starlette", "no_such_library"))
    done = run_here("serve")
    assert done.exit_code == 2
    assert 'serve: no_such_library missing; pip install "claimcheck-news[serve]"' in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="there are no modes of files")
def test_a_browser_is_started_without_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("uvicorn")
    started: list[tuple[str, str, int]] = []

    def start(url: str) -> None:
        path = Path(unquote(urlsplit(url).path))
        started.append((url, path.read_text(encoding="utf-8"), path.stat().st_mode & 0o077))

    monkeypatch.setattr("webbrowser.open", start)
    monkeypatch.setattr("uvicorn.Server.run", lambda *_, **__: None)
    done = run_here("serve", "--open", "--lang-ui", "en")
    ((url, page, others),) = started
    found = re.search(r"http://127\.0\.0\.1:\d+/([\w-]{20,})/", done.stdout)
    assert found is not None
    assert (urlsplit(url).scheme, others) == ("file", 0)
    assert found[1] not in url
    assert f'content="0; url={found[0]}"' in page
    assert not Path(urlsplit(url).path).exists()


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run_here("serve", "--port", str(port))
    assert done.exit_code == 2
    assert f"--port {port}: nothing can listen there" in done.stderr
