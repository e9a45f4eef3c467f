"""Values of one key are put together in the order in which they came."""

from edition.core.grouped import grouped


def test_keys_and_values_keep_their_order() -> None:
    groups = grouped([("b", 1), ("a", 2), ("b", 0), ("b", 1)])
    assert list(groups.items()) == [("b", (1, 0, 1)), ("a", (2,))]


def test_nothing_makes_no_group() -> None:
    assert grouped(()) == {}
