"""Letters of other keyboard layouts, by the place of their key on a Latin one.

Where one layout has a letter at another place than those given here (Bulgarian, Serbian), the
commands can be bound to the letters themselves.
"""

from collections.abc import Iterator, Mapping

_ROWS = (
    # Russian; the letters in which Ukrainian and Belarusian differ stand below.
    ("йцукенгшщзхъ", "qwertyuiop[]"),
    ("фывапролджэё", "asdfghjkl;'`"),
    ("ячсмитьбю", "zxcvbnm,."),
    ("ЙЦУКЕНГШЩЗХЪ", "QWERTYUIOP{}"),
    ("ФЫВАПРОЛДЖЭЁ", 'ASDFGHJKL:"~'),
    ("ЯЧСМИТЬБЮ", "ZXCVBNM<>"),
    ("іїєґў", "s]'\\o"),
    ("ІЇЄҐЎ", 'S}"|O'),
    # Greek.
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    ("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
    # Hebrew, where capitals are Latin.
    ("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,."),
)


def _places() -> Iterator[tuple[str, str]]:
    for letters, keys in _ROWS:
        for letter, key in zip(letters, keys, strict=True):
            yield letter, "comma" if key == "," else key


BY_PLACE: Mapping[str, str] = dict(_places())
"""The key of a Latin layout that stands where the key of a letter stands."""


def on_latin(key: str) -> str | None:
    """The key at the same place of a Latin layout, for a letter of another; also behind Ctrl."""
    modifier, plus, letter = key.rpartition("+")
    place = BY_PLACE.get(letter)
    return None if place is None else f"{modifier}{plus}{place}"
