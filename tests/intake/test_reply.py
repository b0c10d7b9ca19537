"""The new part of a message."""

import pytest

from convonote.intake.quotation.attribution import attribution as attribution_at
from convonote.intake.quotation.attribution import header_block, separator, telling
from convonote.intake.quotation.reply import new_part

from .corpora import corpus

ATTRIBUTIONS = [
    "On Mon, 2 Nov 2026 at 10:00, Bob Ross <bob@example.org> wrote:",
    "On Mon, Nov 2, 2026 at 10:00 AM Bob Ross <\nbob@example.org> wrote:",
    "Am 02.11.2026 um 10:00 schrieb Bob Ross <bob@example.org>:",
    "Le lun. 2 nov. 2026 à 10:00, Bob Ross <bob@example.org>\na écrit :",
    "El lun, 2 nov 2026 a las 10:00, Bob Ross (<bob@example.org>) escribió:",
    "Il giorno lun 2 nov 2026 alle ore 10:00 Bob Ross <bob@example.org> ha scritto:",
    "Op ma 2 nov. 2026 om 10:00 schreef Bob Ross <bob@example.org>:",
    "Em seg., 2 de nov. de 2026 às 10:00, Bob Ross <bob@example.org> escreveu:",
    "pon., 2 lis 2026 o 10:00 Bob Ross <bob@example.org> napisał(a):",
    "Den mån 2 nov. 2026 kl 10:00 skrev Bob Ross <bob@example.org>:",
    "пн, 2 нояб. 2026 г. в 10:00, Bob Ross <bob@example.org>:",
    "2026年11月2日(月) 10:00 Bob Ross <bob@example.org>:",
    "Bob Ross <bob@example.org> 于2026年11月2日周一 10:00写道：",
    "Bob Ross <bob@example.org> writes:",
    "W dniu 2.11.2026 o 10:00, Bob Ross pisze:",
    "Στις Δευ, 2 Νοε 2026 στις 10:00 ο χρήστης Bob Ross <bob@example.org> έγραψε:",
    "\u202bבתאריך יום ב׳, 2 בנוב׳ 2026 ב-10:00 מאת Bob Ross <bob@example.org>:\u202c",
    "2026년 11월 2일 (월) 오전 10:00, Bob Ross <bob@example.org>님이 작성:",
    "De: Bob Ross <bob@example.org>\nTrimis: luni\nCătre: Ana\nSubiect: x",
    "מאת: Bob Ross <bob@example.org>\nנשלח: יום שני\nאל: Ana\nנושא: x",
    "من: Bob Ross <bob@example.org>\nأرسلت: الاثنين\nإلى: Ana\nالموضوع: x",
    "-----Original Message-----\nFrom: Bob Ross",
    "______________\nFrom: Bob Ross <bob@example.org>\nSent: Monday\nTo: Ana\nSubject: x",
    "*Von:* Bob Ross\n*Gesendet:* Montag\n*An:* Ana\n*Betreff:* x",
    "**From:** Bob Ross\n**Date:** Monday\n**To:** Ana",
]  # fmt: skip


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_a_line_that_programs_write_above_a_quotation_is_never_passed_over(
    attribution: str,
) -> None:
    lines = ["", *attribution.split("\n"), "", "> Which week?"]
    whole = telling(lines)
    for at in range(len(lines)):
        found = attribution_at(lines, at), header_block(lines, at), separator(lines, at)
        assert whole[at] or not any(found)


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_what_is_quoted_below_goes_in_many_languages(attribution: str) -> None:
    assert new_part(f"April is fine.\n\n{attribution}\n\n> Which week?\n> Bob") == "April is fine."


@pytest.mark.parametrize("attribution", ATTRIBUTIONS[:8])
def test_what_is_quoted_below_without_marks_goes_too(attribution: str) -> None:
    assert new_part(f"April is fine.\n\n{attribution}\n\nWhich week?") == "April is fine."


def test_an_answer_below_the_quotation_stands_alone() -> None:
    assert new_part("On Mon, 2 Nov 2026, Bob wrote:\n> Which week?\n\nApril.") == "April."
    assert new_part("Hi Bob,\n\n> Which week?\n\nApril.") == "Hi Bob,\n\nApril."


def test_answers_between_keep_the_lines_that_they_answer() -> None:
    text = "Bob Ross writes:\n\n> Which week?\n\nApril.\n\n> And who?\nAll of us.\n\n> Yours\n> Bob"
    assert new_part(text) == "> Which week?\n\nApril.\n\n> And who?\n\nAll of us."


def test_of_a_long_quotation_above_an_answer_the_last_lines_are_kept() -> None:
    quoted = "\n".join(f"> line {number}" for number in range(40))
    text = f"First a word that is longer than a greeting would be.\n\n{quoted}\n\nYes.\n"
    kept = new_part(text)
    assert "> line 39" in kept
    assert "> line 20" not in kept


@pytest.mark.parametrize(
    "below",
    [
        "-- \nAna Lima\nKyoto Travel",
        "--\nAna",
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "Get Outlook for iOS<https://aka.ms/o0ukef>",
        "____________________\nKyoto mailing list\nkyoto@lists.example.org",
        "-- \nYou received this message because you are subscribed to the Google Groups group.",
        "—\nReply to this email directly, view it on GitHub, or unsubscribe.",
        "> Which week?\n\n-- \nAna",
        "-- \nAna\n\nOn Mon, 2 Nov 2026, Bob wrote:\n> Which week?",
    ],
)
def test_signatures_and_footers_go(below: str) -> None:
    assert new_part(f"April is fine.\n\n{below}\n") == "April is fine."


@pytest.mark.parametrize(
    "text",
    [
        "On Thursday I wrote:\n\nnothing at all.",
        "Sent from my desk, which is easier.\n\nBob",
        "First\n-- second thing\nthird",
        "The data comes From: our database.\n\nTo: be sure.",
        "```\n> x = 1\n--\nFrom: a\nTo: b\nSubject: c\n```\nSee above.",
        "Key\n----\n\n1. one\n\n====\nend",
        "> only a quotation",
        "On Mon, 2 Nov 2026, Bob wrote:\n> Which week?",
        "Please call me at 10:00 on 3 November.",
        "",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert new_part(text) == text


def test_what_is_forwarded_stays_as_a_quotation() -> None:
    text = "See below.\n\n---------- Forwarded message ---------\nFrom: Bob\n\nCould you help?"
    assert new_part(text) == "See below.\n\n> From: Bob\n>\n> Could you help?"


LATIN = ("Fusce bibendum", "nec nec nibh.")
"""How the text begins and ends that most of the files in reply/crisp share."""

EXPECTED = {
    "crisp/email_1": ("Hi folks", "-Abhishek Kona"),
    "crisp/email_2": ("Hi,", "delete them all individually.\""),
    "crisp/email_3": ("Oh thanks.", "-Abhishek Kona"),
    "crisp/email_4": ("Awesome!", "another problem with it."),
    "crisp/email_5": ("One: Here's", "for a while."),
    "crisp/email_6": ("I get proper", "torch of pixels"),
    "crisp/email_19": ("On Thursday,", "proper rendering."),
    "crisp/email_20": ("On Thursday.", "On Thursday."),
    "crisp/email_21": ("On Thursday:", "laborum."),
    "crisp/email_2_1": ("Outlook with a reply", "Outlook with a reply"),
    "crisp/email_blackberry": ("Here is another email", "Here is another email"),
    "crisp/email_bullets": ("test 2", "and another"),
    "crisp/email_custom_quote_header": ("Thank you!", "Thank you!"),
    "crisp/email_customer_quote_header_2": ("Thank you very much.", "Thank you very much."),
    "crisp/email_customer_quote_header_3": ("bonjour", "merci d'avance"),
    "crisp/email_emoji": ("🎉", "@pandaland"),
    "crisp/email_iphone": ("Here is another email", "Here is another email"),
    "crisp/email_multi_word_sent_from_my_mobile_device": ("Here is", "another email"),
    "crisp/email_not_a_signature": ("Dear XXXXX", "Super Domain Name Manager"),
    "crisp/email_not_a_signature_2": ("Hello,", "Thanks!"),
    "crisp/email_one_is_not_on": ("Thank, this", "when I run..."),
    "crisp/email_reply_header": ("This is the latest", "Stranger"),
    "crisp/email_sent_from": ("Hi it can", "words or paragraphs."),
    "crisp/email_sent_from_my_not_signature": ("Here is", "my mobile phone."),
    "crisp/email_thread": ("This is new", "from bellow."),
    "crisp/email_tricky_11_double_signature": ("Thanks for", "John"),
    "crisp/email_tricky_13_timestamp_variations": ("Here are", "not quote headers."),
    "crisp/email_tricky_17_forward_header": ("See the", "treated as quoted text."),
    "crisp/email_tricky_18_inline_reply": ("> What's", "our use case."),
    "crisp/email_tricky_19_quote_without_header": ("I wanted", "final thoughts."),
    "crisp/email_tricky_1_on_false_positive": ("On the surface", "performance is great."),
    "crisp/email_tricky_20_html_entities": ("The data", "handled correctly."),
    "crisp/email_tricky_2_url_with_wrote": ("Hi there", "John"),
    "crisp/email_tricky_3_code_block": ("Here's the code", "as actual signatures."),
    "crisp/email_tricky_4_from_in_body": ("I need", "actual message content."),
    "crisp/email_tricky_6_regards_in_sentence": ("I wanted", "should be visible."),
    "crisp/email_tricky_7_multiple_dashes": ("Here is my", "in my content."),
    "crisp/email_tricky_8_sent_from_in_content": ("The notification", "main server."),
    "crisp/email_tricky_9_nested_quotes": ("I agree", "points below."),
    "crisp/email_unquoted_reply": ("This is my reply.", "This is my reply."),
    "crisp/email_with_regards": ("Hi,", "CEO @ Acme !"),
    "crisp/email_zoho": ("What is", "running a test?"),
    "crisp/correct_sig": ("this is an email", "-- signature."),
    "crisp/sig_no_empty_line": ("this is an email", "empty line above."),
    "zapier/correct_sig": ("this is an email", "-- signature."),
    "zapier/email_1_1": ("Hi folks", "-Abhishek Kona"),
    "zapier/email_1_2": ("Hi,", "delete them all individually.\""),
    "zapier/email_1_3": ("Oh thanks.", "-Abhishek Kona"),
    "zapier/email_1_4": ("Awesome!", "another problem with it."),
    "zapier/email_1_5": ("One: Here's", "for a while."),
    "zapier/email_1_6": ("I get proper", "as well."),
    "zapier/email_1_7": (":+1:", ":+1:"),
    "zapier/email_1_8": ("> okay.", "and under this."),
    "zapier/email_2_1": ("Outlook with a reply", "Outlook with a reply"),
    "zapier/email_2_2": ("Outlook with", "directly above line"),
    "zapier/email_2_3": ("Outlook with", "unusual format"),
    "zapier/email_BlackBerry": ("Here is another email", "Here is another email"),
    "zapier/email_bullets": ("test 2", "and another"),
    "zapier/email_gmail": ("This is a test", "github message."),
    "zapier/email_headers_no_delimiter": ("And another reply!", "And another reply!"),
    "zapier/email_iPhone": ("Here is another email", "Here is another email"),
    "zapier/email_multi_word_sent_from_my_mobile_device": ("Here is", "another email"),
    "zapier/email_one_is_not_on": ("Thank, this", "when I run..."),
    "zapier/email_partial_quote_header": ("On your remote", "is not working."),
    "zapier/email_sent_from_my_not_signature": ("Here is", "my mobile phone."),
    "zapier/email_sig_delimiter_in_middle_of_line": ("Hi there!", "kthxbai"),
    "zapier/greedy_on": ("On your remote", "is not working."),
    "zapier/pathological": ("I think", "back to a computer."),
}  # fmt: skip
UNDECIDED = {
    # Templates that their project fills in before it reads them.
    "crisp/email_with_date_headers",
    "crisp/email_with_from_headers",
    # A row of dashes above a name may be a signature, or a rule in the text.
    "crisp/email_tricky_16_unicode_signatures",
}
FLOOR = 111
"""How many files of the two projects are read as they ask; more is better."""


def test_real_replies_are_stripped_as_two_other_projects_ask() -> None:
    folder = corpus("reply")
    agree: list[str] = []
    differ: list[str] = []
    for path in sorted(folder.glob("*/*.txt")):
        name = f"{path.parent.name}/{path.stem}"
        text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
        begins, ends = EXPECTED.get(name, LATIN if text.startswith("Fusce") else ("", ""))
        if name in UNDECIDED:
            continue
        kept = new_part(text)
        right = bool(begins) and kept.startswith(begins) and kept.endswith(ends)
        (agree if right else differ).append(name)
    assert len(agree) >= FLOOR, f"{len(agree)} agree; these differ: {differ}"
