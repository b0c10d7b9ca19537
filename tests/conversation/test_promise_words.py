"""What words promise, ask for, and say of a promise."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.outcomes import about, outcome
from convonote.conversation.promise_words import MOST, SHOWN, spoken
from convonote.conversation.records import PromiseState

SUNDAY = date(2026, 11, 22)
KEPT, LET_GO = PromiseState.KEPT, PromiseState.LET_GO

OWN = [
    ("I'll send you the list by Friday.", "send you the list", date(2026, 11, 27)),
    ("I’ll *call* the plumber on Monday", "call the plumber", date(2026, 11, 23)),
    ("Thanks!\n\nI will bring the cake tomorrow.", "bring the cake", date(2026, 11, 23)),
    ("We'll get back to you next week.", "get back to you", date(2026, 11, 27)),
    ("Ok, I'm going to book the rooms", "book the rooms", None),
    ("Let me check the cellar.", "check the cellar", None),
    ("Ich schicke dir die Liste.", "schicke dir die Liste", None),
    ("Ich werde den Klempner anrufen.", "den Klempner anrufen", None),
    ("Je vous enverrai le devis.", "vous enverrai le devis", None),
    ("Te mando la lista.", "Te mando la lista", None),
    ("Vou mandar a lista.", "mandar a lista", None),
    ("Ti mando la lista.", "Ti mando la lista", None),
    ("Wyślę listę.", "Wyślę listę", None),
]
ASKED = [
    ("Could you send me the drawings by 3 December?", "send me the drawings", date(2026, 12, 3)),
    ("Please sign the form and return it.", "sign the form and return it", None),
    ("Kannst du mir die Pläne schicken?", "mir die Pläne schicken", None),
    ("Pourriez-vous m'envoyer le contrat ?", "m'envoyer le contrat", None),
    ("¿Puedes enviarme el presupuesto?", "enviarme el presupuesto", None),
    ("Você pode me enviar a lista?", "enviar a lista", None),
    ("Puoi mandarmi la lista?", "mandarmi la lista", None),
    ("Czy możesz przesłać umowę?", "przesłać umowę", None),
]
NEITHER = [
    "I'll be there.",
    "I will miss the moss garden.",
    "If you want I'll send it.",
    "I don't think I'll call him.",
    "You said I'll send the list.",
    "Shall I send it?",
    "> I'll send the list\n\nThanks!",
    "```\nI'll send the list\n```",
    "Hello\n-- \nI'll send the list",
    "- [ ] I'll send the list",
    'He wrote "I\'ll send the list" and left.',
    "Please find the list attached.",
    "Will you be there?",
    "Feel free to call me any time, please call the office.",
    "",
]


@pytest.mark.parametrize(("text", "what", "due"), OWN)
def test_what_somebody_says_they_will_do_is_theirs(text: str, what: str, due: date | None) -> None:
    (found,) = spoken(text, SUNDAY)
    assert (found.own, found.what, found.due) == (True, what, due)


@pytest.mark.parametrize(("text", "what", "due"), ASKED)
def test_what_somebody_asks_for_is_the_others(text: str, what: str, due: date | None) -> None:
    (found,) = spoken(text, SUNDAY)
    assert (found.own, found.what, found.due) == (False, what, due)


@pytest.mark.parametrize("text", NEITHER)
def test_what_only_sounds_like_it_promises_nothing(text: str) -> None:
    assert spoken(text, SUNDAY) == ()


def test_a_text_full_of_promises_gives_a_few_of_them_each_once() -> None:
    text = "\n".join(f"I'll send the list {number}." for number in range(9))
    assert len(spoken(text, SUNDAY)) == MOST
    assert len(spoken("I'll send the list. I'll send the list.", SUNDAY)) == 1


@settings(max_examples=40, deadline=None, database=None)
@given(st.text(alphabet="I'll send you it .?!\n>`*’-ę", max_size=200))
def test_any_text_is_read_and_what_is_found_is_short(text: str) -> None:
    for found in spoken(text, SUNDAY):
        assert 0 < len(found.what) <= SHOWN + 1
        assert "\n" not in found.what


BY_OWNER = [
    ("Done!", KEPT),
    ("Hi Ana,\n\nhere it is.", KEPT),
    ("I've sent you the list.", KEPT),
    ("Attached is the quote.", KEPT),
    ("Sorry, I can't make it.", LET_GO),
    ("Erledigt.", KEPT),
    ("Voici le devis", KEPT),
    ("Ecco la lista", KEPT),
    ("Leider schaffe ich es nicht", None),
    ("Is it done?", None),
    ("I am not done yet", None),
    ("I will send it", None),
    ("> Done!\n\nStill at it.", None),
]
BY_OTHERS = [
    ("Got it, thanks!", KEPT),
    ("Thanks for sending the list!", KEPT),
    ("Never mind, I found it.", LET_GO),
    ("Forget it.", LET_GO),
    ("Don't forget it", None),
    ("When will it be done?", None),
]


@pytest.mark.parametrize(
    ("text", "by_owner", "state"),
    [(text, True, state) for text, state in BY_OWNER]
    + [(text, False, state) for text, state in BY_OTHERS],
)
def test_words_say_that_a_promise_is_kept_or_let_go(
    text: str, by_owner: bool, state: PromiseState | None
) -> None:
    found = outcome(text, by_owner=by_owner)
    assert (found[0] if found else None) is state


def test_a_report_is_about_the_promise_it_names_or_the_only_one() -> None:
    roof, cake = (1, "send the roof drawings"), (2, "bring the cake")
    assert about("ive sent the drawings", [roof, cake]) == 1
    assert about("done", [roof]) == 1
    assert about("done", [roof, cake]) is None
