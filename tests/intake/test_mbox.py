"""Messages cut out of an mbox, as programs really write it."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.intake import mbox
from convonote.intake.mbox import Cut, split_mbox

FROM = b"From ana@example.org Tue Nov  3 10:00:00 2026\n"
HEAD = b"From: ana@example.org\nSubject: Kyoto\n"


def cuts(content: bytes) -> list[Cut]:
    return list(split_mbox(io.BytesIO(content)))


def bodies(content: bytes) -> list[bytes]:
    return [cut.raw.replace(b"\r\n", b"\n").partition(b"\n\n")[2].strip() for cut in cuts(content)]


def one(body: bytes, *headers: bytes, separator: bytes = FROM) -> bytes:
    return separator + HEAD + b"".join(headers) + b"\n" + body + b"\n\n"


def test_each_message_says_where_it_begins_and_ends() -> None:
    first, second = one(b"One."), one(b"Two.")
    found = cuts(first + second)
    assert [(cut.start, cut.done, cut.last) for cut in found] == [
        (0, len(first), False),
        (len(first), len(first) + len(second), True),
    ]
    assert found[0].separator == FROM


def test_what_a_counted_length_covers_is_not_looked_into() -> None:
    inside = FROM + HEAD + b"\nforwarded as it was"
    counted = b"Content-Length: %d\n" % len(inside)
    assert bodies(one(inside, counted) + one(b"Two.")) == [inside, b"Two."]


@pytest.mark.parametrize("length", [b"0", b"3", b"4000", b"999999999", b"-7", b"x"])
def test_a_counted_length_that_leads_nowhere_is_passed_over(length: bytes) -> None:
    wrong = b"Content-Length: " + length + b"\n"
    assert bodies(one(b"One, and more.", wrong) + one(b"Two.")) == [b"One, and more.", b"Two."]


def test_what_is_counted_and_escaped_is_read_as_it_was_written() -> None:
    body = b"See:\n>From here on it rains."
    counted = b"Content-Length: %d\n" % len(body)
    assert bodies(one(body, counted) + one(b"Two.")) == [b"See:\nFrom here on it rains.", b"Two."]


def test_one_level_of_escaping_is_taken_off() -> None:
    assert bodies(one(b">From me\n>>From you\n> From nobody")) == [
        b"From me\n>From you\n> From nobody"
    ]


@pytest.mark.parametrize("ends", [b"\r\n", b"\r"])
def test_other_line_ends_divide_as_well(ends: bytes) -> None:
    content = (one(b"One.") + one(b"Two.")).replace(b"\n", ends)
    assert bodies(content) == [b"One.", b"Two."]
    assert cuts(content)[-1].done == len(content)


@pytest.mark.parametrize("like", [b"From here it is far.", b"From time to time 2026", FROM[:-1]])
def test_what_has_no_headers_below_stays_in_the_message_before(like: bytes) -> None:
    body = b"Come?\n\n" + like + b"\n>From there too.\nZZZend\n\n" + like
    assert bodies(one(body) + one(b"Two.")) == [body.replace(b">From", b"From"), b"Two."]


def test_each_machine_on_the_way_may_have_put_its_own_line_above_the_headers() -> None:
    content = one(b"One.") + FROM + b">" + FROM + one(b"Two.", separator=b"")
    assert bodies(content) == [b"One.", b"Two."]


BODY = st.lists(
    st.one_of(
        st.sampled_from(
            [b"", b"text", b"ZZZend", b"From here it is far.", b"From time to time 2026",
             b">From there too.", b">>From afar", b"From", b"From  ", FROM[:-1], b">" + FROM[:-1],
             b"From - 2026-11-03 10:00", b"From me: no", b"> From x", b"Fromage: cheese 2026"]
        ),
        st.binary(max_size=12).map(lambda raw: b"From " + raw.translate(None, b"\r\n\1:")),
    ),
    max_size=9,
)  # fmt: skip


@settings(max_examples=60, deadline=None, database=None)
@given(st.lists(BODY, min_size=1, max_size=4), st.sampled_from(["mboxrd", "mboxo", "unescaped"]))
def test_no_body_with_lines_like_separators_loses_any(
    written: list[list[bytes]], manner: str
) -> None:
    escaped = {"mboxrd": rb"^(>*From )", "mboxo": rb"^(From )", "unescaped": rb"(?!)()"}[manner]
    texts = [b"\n".join(lines) for lines in written]
    raw = [re.sub(escaped, rb">\1", text, flags=re.M) for text in texts]
    # Only mboxrd lets every body be told from what stood in it before.
    meant = [re.sub(rb"^>(>*From )", rb"\1", text, flags=re.M) for text in raw]
    assert manner != "mboxrd" or meant == texts
    assert bodies(b"".join(map(one, raw))) == [text.strip() for text in meant]


@pytest.mark.parametrize(
    "separator",
    [
        b"From - Thu Jan  1 00:00:00 2026\n",
        b"From ???@??? Thu Mar 04 15:03:45 1999\n",
        b"From ana Thu, 04 Mar 1999 15:03:45 +0100\n",
        b"From 1777@xxx 2026-11-03T10:00:00Z\n",
        b"From MAILER-DAEMON Fri Jul  8 12:08:34 2026 -0700 remote from here\n",
        b"From nobody\n",
    ],
)
def test_the_separators_of_many_programs_are_known(separator: bytes) -> None:
    content = one(b"One.", separator=separator) + one(b"Two.", separator=separator)
    assert bodies(content) == [b"One.", b"Two."]


def test_a_message_quoted_in_another_divides_it_only_where_it_stands_by_itself() -> None:
    quoted = b"Look:\n> " + FROM + b"> From: x\nFrom: my point of view, no."
    assert bodies(one(quoted) + one(b"Two.")) == [quoted, b"Two."]


def test_mmdf_is_divided_by_its_own_lines() -> None:
    line = b"\1\1\1\1\n"
    content = line + HEAD + b"\nOne.\nFrom here on.\n" + line + line + FROM + HEAD + b"\nTwo.\n"
    found = cuts(content + line)
    assert bodies(content + line) == [b"One.\nFrom here on.", b"Two."]
    assert [cut.last for cut in found] == [False, False]
    assert [cut.last for cut in cuts(content)] == [False, True]


def test_of_a_huge_message_only_the_beginning_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbox, "LARGEST_MESSAGE", 100_000)
    huge = one(b"line of text\n" * 100_000)
    long = one(b"x" * 3_000_000)
    first, second, third = cuts(huge + long + one(b"Three."))
    assert len(first.raw) + len(first.separator) == 100_000
    assert (first.done, second.done) == (len(huge), len(huge) + len(long))
    assert third.raw.endswith(b"Three.\n\n")
    assert not cuts(huge)[0].last


@settings(max_examples=60, deadline=None, database=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from([b"text", b"", b"From me", b">From me", b"From: x", b"Subject: x"])
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from([1, 7, 64, 1 << 18]),
)
def test_the_size_of_the_blocks_that_are_read_changes_nothing(
    messages: list[list[bytes]], block: int
) -> None:
    content = b"".join(one(b"\n".join(lines)) for lines in messages)
    whole = cuts(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mbox, "_BLOCK", block)
        assert cuts(content) == whole
    assert sum(cut.done - cut.start for cut in whole) == len(content)
