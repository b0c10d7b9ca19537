"""What `config.toml` may say, and one line with file and line for what it may not."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.config import Config, address, load
from convonote.conversation.records import DAY, SECOND


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_nothing_is_set(path: Path) -> None:
    assert load(path) == Config()


def test_everything_that_may_stand_in_it_is_read(path: Path) -> None:
    path.write_text(
        'zone = "Europe/Lisbon"\n[me]\nname = "Ana Lima"\n'
        'addresses = ["ana@example.org", "+351 900 000 000", "signal ana.12"]\n'
        '[send]\ncommand = "msmtp -t"\n[screen]\nplain_driver = true\n'
        'theme = "contrast"\nmouse = false\ncursor = true\n'
        '[import]\nchat_pause = "12h"\n[turn]\nquiet_after = "3w"\nquiet_after_ask = "26w"\n'
    )
    assert load(path) == Config(
        name="Ana Lima",
        addresses=(
            ("email", "ana@example.org"),
            ("phone", "+351 900 000 000"),
            ("signal", "ana.12"),
        ),
        send="msmtp -t",
        plain_driver=True,
        theme="contrast",
        mouse=False,
        cursor=True,
        chat_pause=12 * 3600 * SECOND,
        quiet_after=21 * DAY,
        quiet_after_ask=182 * DAY,
        zone=ZoneInfo("Europe/Lisbon"),
    )


def test_one_address_need_not_be_a_list(path: Path) -> None:
    path.write_text('me.addresses = "ana@example.org"\n')
    assert load(path).addresses == (("email", "ana@example.org"),)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[me]\nname = 3\n", 2, "me.name must be text"),
        ('\n[me]\nname = "  "\n', 3, "me.name must be text"),
        ('me = "Ana"\n', 1, "me is no setting"),
        ("[me]\naddresses = 3\n", 2, "me.addresses must be a list"),
        ('[me]\naddresses = [\n  "Ana",\n]\n', 2, "'Ana', which is no address"),
        ('# mine\n[me]\n\nnick = "A"\n', 4, "me.nick is no setting"),
        ("[ colours ]\nred = 1\n", 1, "colours is no setting"),
        ("[send]\ncommand = []\n", 2, "send.command must be text"),
        ("me.name = 1\n", 1, "me.name must be text"),
        ('[import]\nchat_pause = "soon"\n', 2, "import.chat_pause must be a length of time"),
        ("import.chat_pause = 3\n", 1, "import.chat_pause must be a length of time"),
        ('import.chat_pause = "0d"\n', 1, "import.chat_pause must be a length of time"),
        ("[turn]\nquiet_after = 14\n", 2, "turn.quiet_after must be a length of time"),
        ('turn.quiet_after_ask = "never"\n', 1, "turn.quiet_after_ask must be a length of time"),
        ("[turn]\nquiet = 14\n", 2, "turn.quiet is no setting"),
        ("screen.plain_driver = 1\n", 1, "screen.plain_driver must be true or false"),
        ('[screen]\ntheme = "mauve"\n', 2, 'screen.theme must be one of "terminal", "light"'),
        ("screen.theme = []\n", 1, "screen.theme must be one of"),
        ('screen.mouse = "off"\n', 1, "screen.mouse must be true or false"),
        ('zone = "Moon/Sea"\n', 1, "'Moon/Sea', which is no time zone"),
        ('zone = "/etc/passwd"\n', 1, "which is no time zone"),
    ],
)
def test_an_error_is_one_line_with_file_and_line(
    path: Path, text: str, line: int, says: str
) -> None:
    path.write_text(text)
    (error,) = load(path).errors
    assert error.startswith(f"{path}:{line}: ")
    assert says in error
    assert "\n" not in error


def test_the_rest_counts_where_something_is_wrong(path: Path) -> None:
    path.write_text('[me]\nname = "Ana"\naddresses = 3\n[send]\ncommand = "msmtp -t"\n')
    config = load(path)
    assert (config.name, config.addresses, config.send) == ("Ana", (), "msmtp -t")
    assert len(config.errors) == 1


def test_errors_come_in_the_order_of_the_file(path: Path) -> None:
    path.write_text("[send]\ncommand = 1\n[me]\nname = 2\naddresses = 3\n")
    lines = [error.removeprefix(f"{path}:").partition(":")[0] for error in load(path).errors]
    assert lines == ["2", "4", "5"]


@pytest.mark.parametrize(
    ("text", "line"), [("[me]\nname = \n", 2), ("[me\n", 1), ('a = 1\na = 2\nb = "', 2)]
)
def test_what_is_not_toml_is_one_line_too(path: Path, text: str, line: int) -> None:
    path.write_text(text)
    config = load(path)
    (error,) = config.errors
    assert error.startswith(f"{path}:{line}: ")
    assert config == Config(errors=(error,))


def test_what_is_not_utf8_is_named_with_its_line(path: Path) -> None:
    path.write_bytes(b'[me]\nname = "Jos\xe9"\n')
    (error,) = load(path).errors
    assert error.startswith(f"{path}:2: ")


def test_a_folder_in_its_place_is_said_in_a_line(path: Path) -> None:
    path.mkdir()
    (error,) = load(path).errors
    assert error == f"{path}: cannot be read: {os.strerror(21)}"


@pytest.mark.parametrize("written", ["Ana", "", "Ana Lima", "signal", "12", "a b@example.org"])
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        address(written)


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=200))
def test_no_file_stops_the_program(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_bytes(content)
    config = load(path)
    assert all("\n" not in error for error in config.errors)
