"""Whose mail it is."""

from convonote.intake.identity import Guess, guess_me

from .mail import incoming, raw, read


def test_who_wrote_the_sent_mail_is_the_user() -> None:
    records = [
        read(raw(From="Me Myself <me@example.net>", To="ana@example.org"), mine=True),
        read(raw(From="Me Myself <me@work.example>", To="bob@example.org"), mine=True),
        incoming(To="list@example.org"),
    ]
    guess = guess_me(records)
    assert set(guess.addresses) == {("email", "me@example.net"), ("email", "me@work.example")}
    assert guess.name == "Me Myself"
    assert guess.why == "wrote 2 messages in folders of sent mail"


def test_where_mail_was_delivered_is_the_user() -> None:
    records = [incoming(To="team@example.org", Delivered_To="Me@example.net") for _ in range(3)]
    mine = ("email", "me@example.net")
    assert guess_me(records) == Guess((mine,), "", "3 messages arrived there")


def test_who_is_in_nearly_all_of_it_is_the_user() -> None:
    records = [
        incoming(From=f"p{number}@example.org", To="Me <me@example.net>") for number in range(9)
    ]
    records.append(incoming(From="Me <ME@example.net>", To="p1@example.org"))
    guess = guess_me(records)
    assert guess.addresses == (("email", "me@example.net"),)
    assert guess.name == "Me"
    assert guess.why == "is in 10 of 10 messages"


def test_two_people_who_only_write_to_each_other_are_not_told_apart() -> None:
    records = [incoming() for _ in range(5)]
    assert guess_me(records) == Guess(mail=False)


def test_a_list_is_nobody() -> None:
    headers = {"To": "kyoto@lists.x.org", "List_Post": "<mailto:kyoto@lists.x.org>"}
    records = [incoming(From=f"p{number}@x.org", **headers) for number in range(5)]
    assert guess_me(records) == Guess(mail=False)


def test_no_mail_tells_nothing() -> None:
    assert guess_me([]) == Guess()
