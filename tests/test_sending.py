"""Messages as `sendmail -t` takes them, and the command that takes them."""

import email
import email.header
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.writing.sending import (
    Letter,
    SendingError,
    hand_over,
    leaves,
    message,
    new_message_id,
)

AT = 1_763_798_400_000_000  # 2025-11-22 08:00 UTC
ME = ("Jo Doe", "jo@example.org")
ANA = ("Ana Lima", "ana@example.org")


def parsed(letter: Letter, name: str = "<1@example.org>") -> EmailMessage:
    """What a mail program reads."""
    return email.message_from_bytes(message(letter, name), policy=policy.default)


def letter(
    *,
    sender: tuple[str, str] = ME,
    to: tuple[tuple[str, str], ...] = (ANA,),
    subject: str = "Kyoto",
    text: str = "Yes.",
    **rest: object,
) -> Letter:
    return Letter(sender, to, subject, text, AT, 60, **rest)  # type: ignore[arg-type]  # each test names its own fields


def test_has_all_that_a_message_needs() -> None:
    read = parsed(letter(cc=(("Bob", "bob@example.org"),)))
    assert read["From"] == "Jo Doe <jo@example.org>"
    assert read["To"] == "Ana Lima <ana@example.org>"
    assert read["Cc"] == "Bob <bob@example.org>"
    assert read["Subject"] == "Kyoto"
    assert read["Date"] == "Sat, 22 Nov 2025 09:00:00 +0100"
    assert read["Message-ID"] == "<1@example.org>"
    assert read["MIME-Version"] == "1.0"
    assert read.get_content() == "Yes.\n"
    assert "In-Reply-To" not in read


def test_an_answer_names_what_it_answers() -> None:
    read = parsed(letter(answers="b@x", references=("<a@x>",)))
    assert read["In-Reply-To"] == "<b@x>"
    assert read["References"] == "<a@x> <b@x>"


@pytest.mark.parametrize("name", ["", "sha256:12ab", "two words@x", "<a@x>\nBcc: <eve@x>", None])
def test_a_name_that_is_no_message_id_is_left_out(name: str | None) -> None:
    read = parsed(letter(answers=name))
    assert "In-Reply-To" not in read
    assert "Bcc" not in read


@pytest.mark.parametrize(
    "value", ["ana", "ana@", "@x.org", "a b@x.org", "ana@x.org\nBcc: eve@x.org", "ana@x y", ""]
)
def test_an_address_that_cannot_be_used_is_refused_in_one_line(value: str) -> None:
    with pytest.raises(SendingError) as refused:
        message(letter(to=(("Ana", value),)), "<1@example.org>")
    assert len(str(refused.value).splitlines()) == 1


def test_nobody_to_send_to_is_refused() -> None:
    with pytest.raises(SendingError, match="nobody"):
        message(letter(to=()), "<1@example.org>")


def test_a_domain_in_another_script_goes_as_ascii() -> None:
    read = parsed(letter(to=(("Jörg", "jorg@bücher.example"),)))
    assert read["To"].addresses[0].addr_spec == "jorg@xn--bcher-kva.example"
    assert read["To"].addresses[0].display_name == "Jörg"


ODD = st.text(alphabet=st.characters(codec="utf-8"), max_size=120)


@settings(max_examples=100, deadline=None)
@given(ODD)
def test_no_subject_makes_another_header(subject: str) -> None:
    read = parsed(letter(subject=subject))
    assert sorted(set(read.keys())) == sorted(
        [
            *("From", "To", "Subject", "Date", "Message-ID"),
            *("MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
        ]
    )
    assert len(read["To"].addresses) == 1


@pytest.mark.parametrize(
    "words", ["Kyoto", "Grüße " * 30, "陈伟", "a, b", "x" * 300, "=?utf-8?q?a?="]
)
def test_subjects_and_names_arrive_as_they_are(words: str) -> None:
    read = parsed(letter(subject=words, to=((words, "ana@example.org"),)))
    assert read["Subject"] == words.strip()
    # Not by the address parser, which puts spaces between the parts of a long name.
    named = email.message_from_bytes(message(letter(to=((words, "ana@x.org"),)), "<1@x.org>"))["To"]
    shown = str(email.header.make_header(email.header.decode_header(named.rpartition(" <")[0])))
    assert shown == words.strip()


@settings(max_examples=100, deadline=None)
@given(ODD)
def test_no_name_makes_another_address(name: str) -> None:
    read = parsed(letter(to=((name, "ana@example.org"), ANA)))
    assert [one.addr_spec for one in read["To"].addresses] == ["ana@example.org"] * 2
    assert "Bcc" not in read


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_the_text_arrives_as_it_was_written_but_for_line_ends(text: str) -> None:
    read = parsed(letter(text=text))
    assert read.get_content().splitlines() == (text.splitlines() or [""])


@pytest.mark.parametrize("text", ["x" * 5000, "a\n.\nb", "From me\n", "陈伟 " * 900, "\ud800"])
def test_hard_texts_can_be_sent(text: str) -> None:
    content = message(letter(text=text), "<1@example.org>")
    assert max(len(line) for line in content.splitlines()) < 998
    assert content.isascii()


def test_message_ids_differ_and_bear_the_senders_domain() -> None:
    one, other = new_message_id("jo@example.org"), new_message_id("jo@example.org")
    assert one != other
    assert one.endswith("@example.org>")
    assert "\n" not in new_message_id("jo@ex\nample")


def test_what_is_said_by_mouth_does_not_leave_the_machine() -> None:
    assert [leaves(channel) for channel in ("phone", "video", "in person")] == [False] * 3
    assert all(leaves(channel) for channel in ("email", "chat", "sms", "letter", "web", "signal"))


def command(tmp_path: Path, body: str) -> str:
    """A real command that takes a message on its standard input."""
    path = tmp_path / "send mail"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o700)
    return f"'{path}' -t"


def test_the_command_gets_the_message_and_its_arguments(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    printed = hand_over(command(tmp_path, f"cat > '{taken}'; echo \"queued $1\""), b"To: x\n\nhi\n")
    assert taken.read_bytes() == b"To: x\n\nhi\n"
    assert printed == "queued -t"


def test_what_the_command_prints_cannot_drive_the_terminal(tmp_path: Path) -> None:
    printed = hand_over(
        command(tmp_path, "cat >/dev/null; printf '\\033]52;c;eA==\\007ok\\n'"), b"x"
    )
    assert "\x1b" not in printed
    assert "ok" in printed


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("cat >/dev/null; echo no route >&2; exit 75", "status 75: no route"),
        ("exit 1", "status 1"),
        ("kill -9 $$", "status -9"),
    ],
)
def test_a_command_that_fails_is_told_with_what_it_printed(
    tmp_path: Path, body: str, says: str
) -> None:
    with pytest.raises(SendingError, match=says):
        hand_over(command(tmp_path, body), b"x" * 1_000_000)


def test_a_command_that_does_not_read_its_input_may_still_succeed(tmp_path: Path) -> None:
    assert hand_over(command(tmp_path, "exit 0"), b"x" * 1_000_000) == ""


def test_a_command_may_leave_something_running(tmp_path: Path) -> None:
    assert hand_over(command(tmp_path, "cat >/dev/null; sleep 30 & echo done"), b"x") == "done"


def test_a_command_that_does_not_end_is_stopped_and_not_claimed_as_sent(tmp_path: Path) -> None:
    with pytest.raises(SendingError, match="not known"):
        hand_over(command(tmp_path, "sleep 30"), b"x", timeout=0.1)


@pytest.mark.parametrize("wrong", ["", "  ", "'unclosed", "/no/such/command -t"])
def test_a_command_that_cannot_be_started_is_told_in_one_line(wrong: str) -> None:
    with pytest.raises(SendingError) as refused:
        hand_over(wrong, b"x")
    assert len(str(refused.value).splitlines()) == 1
