"""What keeps `claimcheck serve` from starting is said in plain words."""

from __future__ import annotations

import socket

import pytest
from command import run_here

from claimcheck.cli import serve


def test_without_its_libraries_it_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "NEEDED", ("starlette", "no_such_library"))
    done = run_here("serve")
    assert done.exit_code == 2
    assert 'serve: no_such_library missing; pip install "claimcheck-news[serve]"' in done.stderr


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run_here("serve", "--port", str(port))
    assert done.exit_code == 2
    assert f"--port {port}: nothing can listen there" in done.stderr
