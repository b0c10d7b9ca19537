"""Only what somebody says themselves is judged (design: before asks and closings are judged)."""

import pytest

from convonote.conversation.own_words import own_words
from convonote.conversation.wording import judge

ASKED_BY_OTHERS = {
    "quote": "Fine by me.\n\n> Could you come?\n",
    "quote attr": (
        "Fine by me.\n\nOn Mon, 3 Nov 2025 at 10:00, Ana Lima <a@x.org> wrote:\n> Could you come?\n"
    ),
    "attr two lines": (
        "Fine by me.\n\nOn Mon, 3 Nov 2025 at 10:00, Ana Lima\n<a@x.org> wrote:\n\n"
        "> Could you come?\n"
    ),
    "outlook": (
        "Fine by me.\n\nFrom: Ana Lima\nSent: Monday, 3 November 2025 10:00\n"
        "To: Bob\nSubject: Roof\n\nCould you come?\n"
    ),
    "outlook bold": (
        "Fine by me.\n\n*From:* Ana Lima <a@x.org>\n*Sent:* Monday, 3 November 2025 10:00\n"
        "*To:* Bob\n*Subject:* Roof\n\nCould you come?\n"
    ),
    "outlook de": (
        "Passt so.\n\nVon: Ana Lima\nGesendet: Montag, 3. November 2025 10:00\n"
        "An: Bob\nBetreff: Dach\n\nKannst du kommen?\n"
    ),
    "outlook fr": (
        "Bien reçu.\n\nDe : Ana Lima\nEnvoyé : lundi 3 novembre 2025 10:00\n"
        "À : Bob\nObjet : Toit\n\nPeux-tu venir ?\n"
    ),
    "fwd gmail": (
        "FYI\n\n---------- Forwarded message ---------\nFrom: Ana\nDate: Mon\n"
        "Subject: x\nTo: Bob\n\nCould you come?\n"
    ),
    "fwd apple": (
        "For the files.\n\nBegin forwarded message:\n\nFrom: Ana\nSubject: x\n"
        "Date: 3 Nov\nTo: Bob\n\nCould you come?\n"
    ),
    "fwd tbird": (
        "For the files.\n\n-------- Original Message --------\nSubject: x\n"
        "Date: Mon\nFrom: Ana\nTo: Bob\n\nCould you come?\n"
    ),
    "fwd de": (
        "Zur Ablage.\n\n-------- Weitergeleitete Nachricht --------\nBetreff: x\n"
        "Datum: Mo\nVon: Ana\nAn: Bob\n\nKannst du kommen?\n"
    ),
    "fwd orig de": (
        "Zur Ablage.\n\n-----Ursprüngliche Nachricht-----\nVon: Ana\n\nKannst du kommen?\n"
    ),
    "fenced": "It prints:\n\n```\nwhat do you want?\n```\n",
    "tilde": "It prints:\n\n~~~ sh\nplease enter your name?\n~~~\n",
    "indented": "It prints\n\n    Continue? [y/N]\n    $ echo please\n",
    "inline": "The prompt `please confirm?` is gone.",
    "sig": "Sold.\n-- \nAna Lima\nQuestions? Call me!\n",
    "sig2": "Sold.\n--\nAna Lima\nNeed help? ask me\n",
    "iphone": "Sold.\n\nSent from my iPhone. Please excuse brevity.\n",
    "iphone2": "Sold.\n\nSent from Outlook for Android? Get yours\n",
    "disclaimer": (
        "The lease is signed.\n\n"
        "This email and any attachments are confidential. If you are not the "
        "intended recipient, please notify the sender and delete it.\n"
    ),
    "disclaimer2": (
        "The lease is signed.\n\n"
        "CONFIDENTIALITY NOTICE: This message is intended only for the addressee. If "
        "you have received it in error, please contact us immediately and destroy "
        "all copies.\n"
    ),
    "disclaimer3": (
        "The lease is signed.\n\nPlease consider the environment before printing this e-mail.\n"
    ),
    "disclaimer de": (
        "Der Vertrag ist unterschrieben.\n\n"
        "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der "
        "richtige Adressat sind, informieren Sie bitte sofort den Absender und "
        "vernichten Sie diese Mail.\n"
    ),
    "list footer": (
        "Merged.\n_______________________________________________\nfoo mailing list\n"
        "foo@x.org\nTo unsubscribe please visit https://x.org?\n"
    ),
    "gg footer": (
        "Merged.\n\n-- \n"
        "You received this message because you are subscribed to the Google Groups. "
        "To unsubscribe, please send an email.\n"
    ),
    "unsub": (
        "Our shop is open on Sunday.\n\n"
        "If you no longer wish to receive these emails, please click here to unsubscribe.\n"
    ),
    "spoken": 'He said "could you come?" and left.',
    "typo quotes": "He said “could you come?” and left.",
    "french q": "Il a dit « tu viens ? » et il est parti.",
    "single q": "He said 'could you come?' and left.",
    "html quote bar": "Done.\n| Could you come?\n",
    "url": "See https://x.org/?please=1 or www.x.org/a?b",
}
ASKED_BESIDE_THEM = {
    "question before quote": "Could you come?\n\n> text\n",
    "question after quote": "> text\n\nCould you come?\n",
    "after fence": "```\nx\n```\nCould you check?\n",
    "list": "- Could you check?\n",
    "numbered": "1. could you come on friday\n",
    "bullet indented": "Two things:\n    Could you come on Friday\n",
    "dash line": "Hello\n---\nCould you come?\n",
    "ps": "All done.\nAna\n\nPS: could you bring the ladder",
    "From: in text": "From: my side all is ready.\nCould you come?",
    "sig then": "Bob,\ncould you come?\n-- \nAna",
    "wrote": "On Monday my mother wrote: come soon. Could you drive me?",
    "quoted word": 'What does "roof" mean?',
}


@pytest.mark.parametrize("text", ASKED_BY_OTHERS.values(), ids=ASKED_BY_OTHERS)
def test_what_others_ask_in_a_text_is_not_asked_by_its_author(text: str) -> None:
    assert not judge(text).asks


@pytest.mark.parametrize("text", ASKED_BESIDE_THEM.values(), ids=ASKED_BESIDE_THEM)
def test_what_stands_beside_the_words_of_others_is_still_judged(text: str) -> None:
    assert judge(text).asks


def test_a_notice_ends_with_its_paragraph() -> None:
    text = "This email is confidential and\nintended only for you.\n\nCould you come on Friday?"
    assert judge(text).asks
    assert "confidential" not in own_words(text)


def test_who_asks_for_confidence_is_no_notice() -> None:
    assert own_words("Please keep this confidential.") == "Please keep this confidential."


def test_headers_are_told_from_a_line_that_begins_like_one() -> None:
    text = "From: our side all is ready\nCould you come?"
    assert own_words(text) == text
