"""`claimcheck demo`: a short article, and what is reported on it."""

from __future__ import annotations

from pathlib import Path

from claimcheck import pipeline
from claimcheck.cli import options
from claimcheck.cli.leave import show, write
from claimcheck.cli.reader import reader_words
from claimcheck.model import Document
from claimcheck.report import console
from claimcheck.report.view import View

ARTICLES = Path(__file__).parent / "demo_articles"
PUBLISHED = "2025-05-14"


def demo(*, lang_ui: options.MessageLanguage = None) -> None:
    """Show a short article with some mistakes in it, and the findings."""
    wording = reader_words(lang_ui)
    language = wording.language
    text = (ARTICLES / f"{language}.txt").read_text(encoding="utf-8")
    document = Document.from_text(text, path="demo.txt", language=language, published=PUBLISHED)
    write(f"{wording('demo')}\n\n{text}\n")
    show(console, pipeline.check([document], message_language=language), wording, View())
