"""Names as they are passed on: without the addresses in them."""

import pytest

from convonote.conversation.recommending import name_alone


@pytest.mark.parametrize(
    ("name", "addresses", "left"),
    [
        ("José (Núñez)", (), "José (Núñez)"),
        ("Studio 54 & Söhne 1998", (), "Studio 54 & Söhne 1998"),
        ("zeonnebra <zeonnebra@example.org>", (), "zeonnebra"),
        ("m@example.org", ("m@example.org",), ""),
        ("@ana:matrix.example", (), ""),
        ("+48 123 456 789", (), ""),
        ("陈伟 13800138000", (), "陈伟"),
        ("Marek 123 456", ("123 456",), "Marek"),
        ("Handle_77", ("handle_77",), ""),
        ("Bo https://bo.example/garden", (), "Bo"),
        ("Ana Lima", ("Ana Lima",), "Ana Lima"),
    ],
)
def test_no_address_is_left_in_a_name(name: str, addresses: tuple[str, ...], left: str) -> None:
    assert name_alone(name, addresses) == left


def test_a_name_of_any_length_costs_no_time_to_speak_of() -> None:
    assert len(name_alone("a" * 100_000 + "1 -" * 30_000, ("-" * 30_000 + "1",))) <= 200
