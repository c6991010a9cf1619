"""Words that differ by one letter."""

from claimcheck.constraints.letters import Alike, alike


def pairs(*words: str, exchanged: bool = True) -> list[Alike]:
    return list(alike(dict.fromkeys(words, True), exchanged=exchanged))


def test_a_letter_more_another_letter_and_a_swap() -> None:
    assert pairs("Lindow", "Linndow") == [Alike("Lindow", "Linndow", "more", 4)]
    assert pairs("Lindow", "Lundow") == [Alike("Lindow", "Lundow", "other", 4)]
    assert pairs("Lindow", "Lidnow") == [Alike("Lidnow", "Lindow", "swap", 2)]


def test_words_that_differ_by_more_or_at_the_start_are_not_alike() -> None:
    assert pairs("Lindow", "Brakel", "Kindow", "Lundau") == []


def test_exchanged_letters_can_be_left_out() -> None:
    assert pairs("Infektion", "Injektion", exchanged=False) == []


def test_many_long_words_are_compared_in_linear_time() -> None:
    """Comparing every word with every other would take minutes."""
    words = dict.fromkeys((f"W{number * number:040}" for number in range(20_000)), True)
    assert sum(1 for _ in alike(words, exchanged=False)) < len(words)
