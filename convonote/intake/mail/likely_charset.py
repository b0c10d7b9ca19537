"""Which charset bytes are in that neither say so nor are UTF-8, by their commonest characters."""

import codecs
import re

_SAMPLE = 8_000
_FOREIGN = 0.3
"""The share of bytes beyond ASCII, white space left out, that no Latin script comes near."""
_EASTERN = re.compile("[A-Za-z][³¹¿±¶¼¾œŸ][a-z]|[a-z][³¹±¶][a-z]?\\b|[a-z][ìøèù¾][a-z]")
"""What Polish or Czech looks like when it is taken for Western: digits raised within words."""

_HANZI = (
    "的一是不了在人有我他这這中大来來上个個国國们們到说說时時要就出会會可也你对對生能而子"
    "那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同"
    "现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日"
    "者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间"
    "間由问問很最重并物手应應向头頭文体體美相见見被利什二等或新己话話合回月请請您谢謝信件"
    "，。、！？：；“”「」（）　"
)
_KANA = "".join(map(chr, range(0x3041, 0x30FF))) + "。、！？「」（）　日本人年月大一様"
_HANGUL = (
    "이다는을를의에가고하지도한로은사나기아그서어리대인자해시있니수안습들라보으만일정면여게것과오전주"
    "요제었세적원부합아드립님성상장모되같우거무장"
)
_CANDIDATES = (
    ("gb18030", frozenset(_HANZI), 0.3),
    ("big5hkscs", frozenset(_HANZI), 0.3),
    ("cp932", frozenset(_KANA), 0.35),
    ("euc_jp", frozenset(_KANA), 0.35),
    ("cp949", frozenset(_HANGUL), 0.3),
    ("cp1251", frozenset("оеаинтсрвлкмдпуія"), 0.5),
    ("koi8-r", frozenset("оеаинтсрвлкмдпуя"), 0.5),
    ("iso8859-5", frozenset("оеаинтсрвлкмдпуія"), 0.5),
    ("cp866", frozenset("оеаинтсрвлкмдпуя"), 0.5),
    ("cp1253", frozenset("αοιετνσρςκηυπμλίό"), 0.5),
    ("cp1255", frozenset("יוהלאתברמשנםד"), 0.5),
    ("cp1256", frozenset("اليمونرتبعدسهحكق"), 0.5),
)
_CENTRAL = (
    ("cp1250", frozenset("ąęłóśżźćńĄĘŁÓŚŻáéíýčďěňřšťůúžőűöüä")),
    ("iso8859-2", frozenset("ąęłóśżźćńĄĘŁÓŚŻáéíýčďěňřšťůúžőűöüä")),
)


def likely_charset(raw: bytes) -> str | None:
    """The charset that reads like a language; None where Western is as likely as any."""
    sample = raw[:_SAMPLE]
    shown = len(sample) - sum(map(sample.count, b" \t\r\n"))
    high = sum(1 for byte in sample if byte > 127)
    if high >= 6 and high > shown * _FOREIGN:
        return _best(sample)
    if high and _EASTERN.search(sample.decode("cp1252", "replace")):
        scored = [(_share(sample, codec, expected), codec) for codec, expected in _CENTRAL]
        share, codec = max(scored, key=lambda one: one[0])
        return codec if share > 0.8 else None
    return None


def _best(sample: bytes) -> str | None:
    found = None
    most = 0.0
    for codec, expected, least in _CANDIDATES:
        share = _share(sample, codec, expected)
        if share >= least and share > most:
            found, most = codec, share
    return found


def _share(sample: bytes, codec: str, expected: frozenset[str]) -> float:
    """How much of what is beyond ASCII would be of the characters that are expected."""
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        # The sample may end within a character, which is no fault.
        text = decoder.decode(sample)
    except UnicodeDecodeError:
        return 0.0
    beyond = [character for character in text if character > "\x7f"]
    return sum(character in expected for character in beyond) / len(beyond) if beyond else 0.0
