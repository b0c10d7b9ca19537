"""Line ends that are meant stay; those a mail program made do not."""

from convonote.text.lines import lines, plain


def shown(text: str, cells: int = 200) -> list[str]:
    return [plain(line) for line in lines(text, cells)]


WRAPPED = """\
I have looked at the fence again, and the three posts at the lower end
are rotten through. The others would last another winter or two, but
it is hardly worth doing the work twice. What do you think about that?
"""


def test_a_paragraph_wrapped_by_a_mail_program_flows_again() -> None:
    assert len(shown(WRAPPED)) == 2
    assert shown(WRAPPED)[0].startswith("I have looked at the fence again, and the three posts at")
    assert len(shown(WRAPPED, 40)) == 6


def test_short_lines_under_a_letter_stay_lines() -> None:
    assert shown(f"{WRAPPED}\nBest,\nAna\n")[-3:] == ["", "Best,", "Ana"]


def test_an_address_stays_in_lines() -> None:
    address = ["Ana Lima", "Rua das Flores 5", "1200-192 Lisboa"]
    assert shown("\n".join(address)) == address


def test_a_sentence_typed_on_one_line_keeps_the_name_below_it_apart() -> None:
    typed = ["Shall we come on Sunday, and is there room for the four of us?", "Ana"]
    assert shown("\n".join(typed)) == typed


def test_lines_longer_than_anybody_wraps_are_each_meant() -> None:
    typed = ["word " * 30 + "end", "word " * 40 + "end", "Ana"]
    assert shown("\n".join(typed), 400) == typed


def test_a_line_end_asked_for_in_markdown_stays() -> None:
    first, *rest = WRAPPED.splitlines()
    for mark in ("\\", "  "):
        assert shown("\n".join([first + mark, *rest]))[0] == first


def test_a_wrapped_quotation_flows_within_its_bar() -> None:
    quoted = shown("".join(f"> {line}\n" for line in WRAPPED.splitlines()))
    assert len(quoted) == 2
    assert all(line.startswith("│ ") for line in quoted)


def test_chinese_flows_again_without_spaces() -> None:
    line = "我们上个星期六去看了房子的屋顶发现有三个地方在漏水需要尽快修理你看"
    assert shown(f"{line}\n{line}\n{line}", 300) == [line * 3]
