"""Rule T5: people, machines, lists, failed deliveries, acceptances."""

import pytest

from convonote.conversation.records import Origin
from convonote.intake.records import Party

from .mail import incoming, parts


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-generated"},
        {"Auto_Submitted": "auto-replied (vacation)"},
        {"From": "no-reply@shop.example"},
        {"From": "Shop <noreply+42@shop.example>"},
        {"From": "do-not-reply@shop.example"},
        {"From": "orders.no_reply@shop.example"},
        {"From": "do.not.reply@shop.example"},
        {"From": "noreply-orders@shop.example"},
        {"From": "noreply2@shop.example"},
        {"From": "MAILER-DAEMON@example.org"},
        {"From": "MAILER-DAEMON"},
        {"From": "kyoto-request@lists.example.org"},
        {"From": "kyoto-bounces+me@lists.example.org"},
        {"From": "owner-kyoto@lists.example.org"},
        {"From": "mailman@lists.example.org"},
        {"List_Id": "News <news.shop.example>"},
        {"List_Unsubscribe": "<https://shop.example/u>"},
        {"Precedence": "bulk"},
        {"Precedence": "junk"},
        {"Precedence": "list"},
        {"Precedence": "auto_reply"},
        {"X_Autoreply": "yes"},
        {"X_Auto_Response_Suppress": "OOF, AutoReply"},
        {"X_Loop": "tickets@shop.example"},
        {"Feedback_ID": "1.eu-west-1.abc:AmazonSES"},
        {"Return_Path": "<>"},
        {"X_GitHub_Reason": "mention", "List_Post": "<mailto:reply+1@reply.github.com>"},
        {"X_GitLab_Project": "kyoto"},
        {"X_Cron_Env": "<HOME=/root>"},
        {"From": "Mail Delivery Subsystem <x@example.org>"},
        {"From": "Mailer Daemon <>"},
        {"From": "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org"},
        {"From": "notifications@github.com"},
        {"From": "calendar-notification@google.com"},
        {"From": "root@example.org (Cron Daemon)"},
        {"Content_Type": "multipart/report; report-type=feedback-report; boundary=b"},
        {"Subject": "Out of Office: Kyoto"},
        {"Subject": "Automatic reply: Kyoto"},
        {"Subject": "Abwesenheitsnotiz: Kyoto"},
        {"Subject": "=?utf-8?q?R=C3=A9ponse?= automatique : Kyoto"},
        {"List_Id": "<news.shop.example>", "List_Post": "NO"},
        {"List_Post": "<mailto:k@x.org>", "Auto_Submitted": "auto-generated"},
    ],
)  # fmt: skip
def test_t5_a_machine_made_it(headers: dict[str, str]) -> None:
    record = incoming("Could you answer this?", **headers)
    assert record.origin is Origin.MACHINE
    assert not record.asks


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "no"},
        {"Subject": "Re: Automatic reply: Kyoto"},
        {"Subject": "Out of office chairs"},
        {"From": "Norepla <norepla@example.org>"},
        {"From": "ana.answer@example.org"},
        {"From": "noreply.fan@example.org"},
        {"Precedence": "first-class"},
        {"X_Autoreply": "no"},
        {"X_Auto_Response_Suppress": "None"},
        {"X_Loop": "me@example.net", "Delivered_To": "me@example.net"},
        {"Feedback_ID": "i1234:Fastmail"},
        {"Feedback_ID": "1.eu-west-1.abc:AmazonSES", "In_Reply_To": "<mine@example.net>"},
        {"From": "Nobody Special <ana@example.org>"},
    ],
)
def test_t5_a_person_wrote_it(headers: dict[str, str]) -> None:
    assert incoming("Could you answer this?", **headers).origin is Origin.PERSON


def test_t5_a_list_that_shows_list_post_is_a_discussion_whatever_its_precedence() -> None:
    record = incoming(
        To="someone@example.net",
        List_Id="Kyoto travellers <kyoto.lists.example.org>",
        List_Post="<mailto:Kyoto@lists.example.org>",
        List_Unsubscribe="<https://x.org>",
        Precedence="bulk",
        Subject="[kyoto] Trains",
    )
    assert record.origin is Origin.PERSON
    assert record.lists == (Party("kyoto@lists.example.org", "Kyoto travellers"),)
    assert record.topic == "Trains"


def test_t5_a_list_whose_own_address_stands_in_to_is_a_discussion() -> None:
    record = incoming(
        To="me@example.net, Kyoto@lists.example.org",
        List_Id="<kyoto.lists.example.org>",
        Precedence="list",
    )
    assert record.origin is Origin.PERSON
    assert record.lists == (Party("Kyoto@lists.example.org"),)


def test_t5_a_newsletter_that_names_another_address_is_none() -> None:
    record = incoming(To="me@example.net", List_Id="<news.lists.example.org>", Precedence="bulk")
    assert record.origin is Origin.MACHINE
    assert record.lists == ()


def test_who_wrote_to_a_list_is_told_where_the_list_put_itself_into_from() -> None:
    headers = {
        "From": "Ana Lima via Kyoto <kyoto@lists.example.org>",
        "To": "kyoto@lists.example.org",
        "List_Id": "<kyoto.lists.example.org>",
        "List_Post": "<mailto:kyoto@lists.example.org>",
    }
    assert incoming(Reply_To="Ana Lima <ana@example.org>", **headers).author == Party(
        "ana@example.org", "Ana Lima"
    )
    assert incoming(**headers).author == Party("kyoto@lists.example.org", "Ana Lima")


def delivery_report(action: str) -> tuple[str, str]:
    kind, body = parts(
        "Content-Type: text/plain\n\nYour message could not be delivered.",
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
        f"Final-Recipient: rfc822; bob@example.org\nAction: {action}\nStatus: 5.1.1\n",
        "Content-Type: message/rfc822\n\nMessage-ID: <mine@example.net>\nSubject: Kyoto\n\nHello",
        kind="report",
    )
    return kind.replace("report", "report; report-type=delivery-status", 1), body


def test_t5_a_failed_delivery_tells_of_which_message_and_to_whom() -> None:
    kind, body = delivery_report("failed")
    record = incoming(body, Content_Type=kind, From="MAILER-DAEMON@example.org")
    assert record.origin is Origin.BOUNCE
    assert record.failed == (Party("bob@example.org"),)
    assert record.replies_to == "mine@example.net"
    assert record.references == ("mine@example.net",)
    assert record.text.endswith("Your message could not be delivered.")


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_t5_any_other_delivery_report_is_a_machine(action: str) -> None:
    kind, body = delivery_report(action)
    record = incoming(body, Content_Type=kind, From="Postmaster <mail@example.org>")
    assert record.origin is Origin.MACHINE
    assert record.failed == ()


def test_t5_a_read_receipt_is_a_machine() -> None:
    kind, body = parts(
        "Content-Type: text/plain\n\nYour message was displayed.",
        "Content-Type: message/disposition-notification\n\nOriginal-Message-ID: <m@x.org>\n"
        "Disposition: manual-action/MDN-sent-manually; displayed\n",
        kind="report",
    )
    assert incoming(body, Content_Type=kind).origin is Origin.MACHINE


def test_t5_a_failed_delivery_told_in_plain_words_is_known_by_its_header() -> None:
    record = incoming(
        "It failed.\n\nMessage-ID: <mine@example.net>\nSubject: Kyoto",
        From="Mail Delivery System <MAILER-DAEMON@example.org>",
        X_Failed_Recipients="bob@example.org",
    )
    assert record.origin is Origin.BOUNCE
    assert record.failed == (Party("bob@example.org"),)
    assert record.replies_to == "mine@example.net"


def test_a_forwarded_report_is_what_a_person_says() -> None:
    kind, body = parts(
        "Content-Type: text/plain\n\nLook what came back. What shall we do?",
        "Content-Type: message/rfc822\n\nFrom: MAILER-DAEMON@x.org\n\nfailed",
    )
    record = incoming(body, Content_Type=kind)
    assert record.origin is Origin.PERSON
    assert record.asks
