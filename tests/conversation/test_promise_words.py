"""What words promise, ask for, and say of a promise."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.outcomes import outcome
from convonote.conversation.promise_words import MOST, SHOWN, spoken
from convonote.conversation.records import PromiseState

SUNDAY = date(2026, 11, 22)
KEPT, LET_GO = PromiseState.KEPT, PromiseState.LET_GO

OWN = [
    ("I'll send you the list by Friday.", "send you the list", date(2026, 11, 27)),
    ("I’ll *call* the plumber on Monday", "call the plumber", date(2026, 11, 23)),
    ("Thanks!\n\nI will bring the cake tomorrow.", "bring the cake", date(2026, 11, 23)),
    ("We'll review the options next week.", "review the options next week", None),
    ("I'll get the tickets tomorrow", "get the tickets", date(2026, 11, 23)),
    ("I'll make the reservation.", "make the reservation", None),
    ("I'll pick you up at 8.", "pick you up at 8", None),
    ("I can bring the salad.", "bring the salad", None),
    ("You'll have the draft by Monday.", "the draft", date(2026, 11, 23)),
    ("I'm sending the list tomorrow.", "sending the list", date(2026, 11, 23)),
    ("No, I'll send it.", "send it", None),
    ("Ok, I'm going to book the rooms", "book the rooms", None),
    ("Sure, will send the list tomorrow.", "send the list", date(2026, 11, 23)),
    ("I'll send the notes from Tuesday.", "send the notes from Tuesday", None),
    ("I'll send the notes of Tuesday by Friday.", "send the notes of Tuesday", date(2026, 11, 27)),
    ("I'll finish it by 1 December 2026.", "finish it", date(2026, 12, 1)),
    ("I'll send you what we drew up on Friday", "send you what we drew up on Friday", None),
    ("I'll send our comments.", "send our comments", None),
    ("I'm going to buy you a new one.", "buy you a new one", None),
    ("Let me check the cellar.", "check the cellar", None),
    ("Ich schicke dir die Liste.", "schicke dir die Liste", None),
    ("Ich werde den Klempner anrufen.", "den Klempner anrufen", None),
    ("Je vous enverrai le devis.", "vous enverrai le devis", None),
    ("Te mando la lista.", "Te mando la lista", None),
    ("Te llamo mañana.", "Te llamo mañana", None),
    ("Vou mandar a lista.", "mandar a lista", None),
    ("Ti mando la lista.", "Ti mando la lista", None),
    ("Wyślę listę.", "Wyślę listę", None),
]
ASKED = [
    ("Could you send me the drawings by 3 December?", "send me the drawings", date(2026, 12, 3)),
    ("Please sign the form and return it.", "sign the form and return it", None),
    ("Would you mind sending me the keys?", "sending me the keys", None),
    ("Don't forget to send me the keys.", "send me the keys", None),
    ("To be quick, please send me the keys.", "send me the keys", None),
    ("Can you book us a table there?", "book us a table there", None),
    ("Please call me back.", "call me back", None),
    ("Bitte schick mir die Fotos.", "schick mir die Fotos", None),
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
    "Ich werde nie wieder anrufen.",
    "Ich mache das nicht.",
    "Ich schicke es dir nicht.",
    "Ich kaufe den Kindern nichts mehr.",
    "Ich sehe das anders.",
    "Ich mache das immer so.",
    "Ich bringe es nicht übers Herz.",
    "Ich gebe es auf.",
    "No te enviaré nada.",
    "No lo compraré nunca.",
    "Te mando un abrazo.",
    "Os mando un beso.",
    "Te aviso que llueve.",
    "Ti mando un bacio.",
    "Te mando beijos.",
    "Je vous rappelle que le bureau est fermé.",
    "I'll call it a day.",
    "I'll check in at 3.",
    "Let me ask you something.",
    "Let me fix you a drink!",
    "I will return to Lisbon in May.",
    "I will answer to nobody.",
    "I'm sending it soon.",
    "Please call me Bob.",
    "Please share my condolences.",
    "Please send no more mails.",
    "Kindly ring only once.",
    "Would you call that fair?",
    "Can you print on both sides with that printer?",
    "Can you book a table online there?",
    "Could you pay in cash there?",
    "Will it rain?",
    "I'm going to buy a house.",
    "We'll send our kids to camp.",
    "I'll call my mother on Sunday.",
    "To learn how we use it, please review the policy.",
    "For any questions, please send us a note.",
    "Please call 0800 123 456 to speak with a person.",
    "Please email us at team@example.org to find out more.",
    "Please review our privacy policy.",
    "Please copy and paste the line below.",
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


LIST = [(1, "send the list")]
BY_OWNER = [
    ("Done!", KEPT),
    ("Hi Ana,\n\nhere it is.", KEPT),
    ("Here is the list.", KEPT),
    ("I've sent you the list.", KEPT),
    ("I have sent it this morning", KEPT),
    ("Attached is the list.", KEPT),
    ("The list is sent.", KEPT),
    ("Your list has been posted today", KEPT),
    ("All the lists went out yesterday", KEPT),
    ("I just uploaded the list", KEPT),
    ("Please find the lists attached", KEPT),
    ("Sorry, I can't make it.", LET_GO),
    ("I won't be able to send the list.", LET_GO),
    ("Erledigt.", KEPT),
    ("Voici la liste", KEPT),
    ("Ecco!", KEPT),
    ("Listo.", KEPT),
    ("No puedo", LET_GO),
]
BY_OTHERS = [
    ("Got it, thanks!", KEPT),
    ("Thanks for sending the list!", KEPT),
    ("Never mind, I found it.", LET_GO),
    ("Forget it.", LET_GO),
    ("No need to send the list any more.", LET_GO),
]
NOT_BY_OWNER = [
    "Leider schaffe ich es nicht",
    "Is it done?",
    "Is the list sent?",
    "The list is not sent yet",
    "The list will be sent tomorrow",
    "The kids are sent to bed",
    "The list is out of date",
    "I got the flu",
    "I am not done yet",
    "I will send it",
    "> Done!\n\nStill at it.",
    "Please find a babysitter for Sunday",
    "I've just sent the kids to bed",
    "I've done nothing all day",
    "I've spoken too soon",
    "I have asked for a raise",
    "Here you are, complaining again",
    "Here is the news from home",
    "Ich habe es noch nicht geschickt",
    "Ich habe noch keine Flüge gebucht",
    "Hier ist alles ruhig",
    "Hecho polvo, pero contento",
    "Ya te he dicho que no",
    "Aquí está lloviendo",
    "Ecco perché non venivo",
    "I'll have it done by Friday",
    "I won't be able to thank you enough",
    "I can't come on Friday, but I will send the list",
    "I can't do it today but tomorrow for sure",
    "I can't send the list before Friday",
    "I won't mind",
    "I can't find it",
    "I had to cancel my holiday",
    "Kann nicht klagen",
    "No puedo esperar a verte",
    "Non posso crederci",
    "No puedo hoy, mañana sí",
]
NOT_BY_OTHERS = [
    "Don't forget it",
    "When will it be done?",
    "No need to hurry",
    "No need to thank me",
    "I don't need it before Friday",
    "Don't worry about that, I'll wait for the quote",
    "Never mind the weather",
    "I got it wrong",
    "It came to nothing",
    "They came late",
    "Your sister came by",
    "Doing this tomorrow",
]


@pytest.mark.parametrize(
    ("text", "by_owner", "state"),
    [(text, True, state) for text, state in BY_OWNER]
    + [(text, False, state) for text, state in BY_OTHERS],
)
def test_words_say_that_a_promise_is_kept_or_let_go(
    text: str, by_owner: bool, state: PromiseState
) -> None:
    assert outcome(text, LIST, by_owner=by_owner) == (state, 1)


@pytest.mark.parametrize(
    ("text", "by_owner"),
    [(text, True) for text in NOT_BY_OWNER] + [(text, False) for text in NOT_BY_OTHERS],
)
def test_everyday_words_say_nothing_of_a_promise(text: str, by_owner: bool) -> None:
    assert outcome(text, LIST, by_owner=by_owner) is None


def test_a_report_is_about_the_promise_it_names_or_the_only_one() -> None:
    roof, cake = (1, "send the roof drawings"), (2, "bring the cake")
    plumber = (3, "call the plumber")

    def kept(text: str, *promises: tuple[int, str]) -> int | None:
        said = outcome(text, promises, by_owner=True)
        return None if said is None else said[1]

    assert kept("I've sent the drawings", roof, cake) == 1
    assert kept("Done", roof) == 1
    assert kept("Done", roof, cake) is None
    assert kept("I've called the plumber", roof, plumber) == 3
    assert kept("I've called her", roof, plumber) == 3
    assert kept("I've paid it", roof) is None
    assert kept("I've checked the drawings", roof) is None
    assert kept("I've uploaded the drawings", roof) == 1
    assert kept("Here are the numbers you can call", plumber) is None
    assert kept("I rang the plumber", roof, plumber) == 3


@pytest.mark.parametrize("text", ["Please write, don't call.", "Please use signal only."])
def test_how_to_reach_somebody_is_no_request_to_keep(text: str) -> None:
    assert spoken(text, date(2026, 11, 2)) == ()


def test_a_request_beside_a_wish_stays_one() -> None:
    (one,) = spoken("Please send the list by mail, don't call.", date(2026, 11, 2))
    assert one.what.startswith("send the list by mail")
