"""One check for `claimcheck serve`, in a process of its own: a job on standard input, the page as a file of its folder.

What may be wrong with a text – so long, deep or odd that it takes hours or all memory – is at the cost of this process.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from claimcheck import pipeline
from claimcheck.cli.asked import asked_for, choose, every_rule
from claimcheck.cli.options import Options
from claimcheck.inputs import first_language
from claimcheck.model import Document
from claimcheck.read import read
from claimcheck.reference import open_reference
from claimcheck.report import REPORTERS, reporter
from claimcheck.report.words import told, words
from claimcheck.settings import Settings, settings

PAGE = "page.html"
MEMORY = 4_000_000_000
LARGEST_FILE = 200_000_000


def main(home: str, job: dict[str, Any]) -> None:
    """Checks the job's drafts with the settings of the folder `home`, beside its other articles and sources."""
    _within_bounds()
    asked = asked_for(Options(), settings([home]) or Settings())
    reference = open_reference([Path(home, each) for each in asked.reference], shipped=asked.shipped_reference)
    chosen = choose(every_rule(asked.rules), asked)
    os.chdir(job["folder"])  # so that the page names the files as they were sent
    result = pipeline.check(
        [*map(_as_sent, job["drafts"]), *job["others"]],
        date=job["date"],
        language=job["language"] or asked.language,
        rules=chosen,
        reference=reference,
        message_language=job["lang_ui"],
        quotations=asked.quotations,
        sources=tuple(job["sources"]),
        between=bool(job["others"]) or len(job["drafts"]) > 1,
    )
    wording = words(job["lang_ui"] or first_language(result.articles))
    page = reporter("html", REPORTERS)(told(result, wording.language), wording)
    Path(PAGE).write_text(page, encoding="utf-8", errors="backslashreplace", newline="")


def _as_sent(name: str) -> Document | str:
    """A draft, whose ledger may rest on files that were not sent with it: of these nothing is known here.

    One that cannot be read stays a name, so that what is wrong with it is said where all others are read.
    """
    try:
        document = read(name)
    except Exception:
        return name
    if document.ledger is None:
        return document
    known = tuple(each for each in document.ledger.lapsed if each[1] != "source_missing")
    return document._replace(ledger=document.ledger._replace(lapsed=known))


def _within_bounds() -> None:
    """Bounds for memory and files, where the system has such."""
    try:
        import resource  # noqa: PLC0415 – there is none on Windows
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, LARGEST_FILE), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(kind)[1]
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (soft, hard))


if __name__ == "__main__":
    main(sys.argv[1], json.load(sys.stdin))
