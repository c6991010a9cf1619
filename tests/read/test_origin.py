"""Places of a text that is only a part of its file: they are shown where they stand in the file."""

from claimcheck.model import Span
from claimcheck.model.comparison import Place
from claimcheck.model.document import Origin, Piece
from claimcheck.report.places import Lines
from claimcheck.report.quote import excerpts

TEXT = "Titel\n\nGröße: 5 m"
ORIGIN = Origin("line", (Piece(0, 3, 5), Piece(7, 8, 11), Piece(9, 8, 13, 0, 6), Piece(10, 8, 19)))
"""As if "Größe" was written "Gr&ouml;&szlig;e" in the eighth line: the sixth character from the left on is "ö"."""


def test_a_place_is_that_of_the_file() -> None:
    assert ORIGIN.at(0) == (3, 5)
    assert (ORIGIN.at(9), ORIGIN.end(9), ORIGIN.end(10)) == ((8, 13), (8, 13), (8, 19))
    assert ORIGIN.end(len(TEXT)) == (8, 26)


def test_the_quoted_line_is_that_of_the_text_with_the_number_of_the_file() -> None:
    lines = Lines(TEXT, ORIGIN)
    (shown,) = excerpts(lines, [(Place("a.html", Span(14, 17), "claim", "5 m"), "claim")], 80)
    assert (shown.line, shown.text, shown.marked) == (8, "Größe: 5 m", (Span(7, 10),))
