"""Rule T5: deliveries that failed, as servers tell of them in plain words, and those that wait."""

import pytest

from convonote.conversation.records import Origin
from convonote.intake.records import Party

from .mail import incoming, parts

FAILED = {
    "qmail": (
        "MAILER-DAEMON@mx.example.net",
        """Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<bob@example.org>:
192.0.2.1 does not like recipient.
Remote host said: 550 5.1.1 No such user
Giving up on 192.0.2.1.

--- Below this line is a copy of the message.

Return-Path: <me@example.net>
From: Me <me@example.net>
To: Bob <bob@example.org>, Ana <ana@example.org>
Message-ID: <mine@example.net>

Which week?""",
    ),
    "Exim": (
        "Mail Delivery System <Mailer-Daemon@mx.example.net>",
        """This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  bob@example.org
    host mx.example.org [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<bob@example.org>:
    550 Unrouteable address

------ This is a copy of the message, including all the headers. ------

Message-ID: <mine@example.net>
To: Ana <ana@example.org>

Which week?""",
    ),
    "Gmail": (
        "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
        """Delivery to the following recipient failed permanently:

     bob@example.org

Technical details of permanent failure:
550 550 unknown user

----- Original message -----

Message-ID: <mine@example.net>
To: Ana <ana@example.org>""",
    ),
    "Gmail today": (
        "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
        "** Address not found **\n\nYour message wasn't delivered to bob@example.org because the "
        "address couldn't be found.\n\nMessage-ID: <mine@example.net>",
    ),
    "Exchange": (
        "System Administrator <postmaster@example.org>",
        """Your message did not reach some or all of the intended recipients.

      Subject:\tKyoto
      Sent:\t03/11/2026 10:00

The following recipient(s) could not be reached:

      'bob@example.org' on 03/11/2026 10:01
            The e-mail account does not exist at the organization.

      Message-ID: <mine@example.net>""",
    ),
    "Exchange today": (
        "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org>",
        """Delivery has failed to these recipients or groups:

Bob Ross (bob@example.org)<mailto:bob@example.org>
The email address you entered couldn't be found.

Original message headers:
Message-ID: <mine@example.net>""",
    ),
    "Postfix": (
        "Mail Delivery System <MAILER-DAEMON@mx.example.net>",
        """I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

                        The Postfix program

<bob@example.org>: host mx.example.org[192.0.2.1] said: 550 5.1.1 User unknown

Message-ID: <mine@example.net>""",
    ),
    "sendmail": (
        "Mail Delivery Subsystem <MAILER-DAEMON@mx.example.net>",
        """   ----- The following addresses had permanent fatal errors -----
<bob@example.org>
    (reason: 550 5.1.1 User unknown)

   ----- Transcript of session follows -----
... while talking to mx.example.org.:
Message-ID: <mine@example.net>""",
    ),
}


@pytest.mark.parametrize(("author", "text"), FAILED.values(), ids=FAILED.keys())
def test_t5_a_failed_delivery_is_known_from_the_words_of_usual_servers(
    author: str, text: str
) -> None:
    record = incoming(text, From=author, To="me@example.net", Subject="Undelivered")
    assert record.origin is Origin.BOUNCE
    assert record.failed == (Party("bob@example.org"),)
    assert record.replies_to == "mine@example.net"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Delivery Status Notification (Delay)", "It will be retried for 2 more days."),
        ("Warning: message 1abc delayed 24 hours", "It has not yet been delivered to bob@x.org."),
        ("Returned mail", "** THIS IS A WARNING MESSAGE ONLY **\nYou need not resend it."),
    ],
)
def test_t5_a_delivery_that_waits_has_not_failed(subject: str, text: str) -> None:
    record = incoming(
        text,
        From="Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
        Subject=subject,
        X_Failed_Recipients="bob@example.org",
    )
    assert record.origin is Origin.MACHINE
    assert record.failed == ()


def test_a_person_who_tells_of_a_failed_delivery_is_a_person() -> None:
    text = "It was not delivered to:\n\nbob@example.org\n\nCan you ask him for another address?"
    record = incoming(text)
    assert record.origin is Origin.PERSON
    assert record.failed == ()
    assert record.asks


def test_t5_a_report_with_a_status_and_no_action_tells_of_a_failure_too() -> None:
    kind, body = parts(
        "Content-Type: text/plain\n\nSorry.",
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
        "Final-Recipient: rfc822; bob@example.org\nStatus: 5.1.1\n",
        kind="report",
    )
    record = incoming(body, Content_Type=kind, From="MAILER-DAEMON@example.org")
    assert record.origin is Origin.BOUNCE
    assert record.failed == (Party("bob@example.org"),)


def test_a_report_is_not_about_itself() -> None:
    kind, body = parts(
        "Content-Type: message/delivery-status\n\nX: y\n\nFinal-Recipient: rfc822; bob@x.org\n"
        "Action: failed\n",
        "Content-Type: message/rfc822\n\nMessage-ID: <1@example.org>\n\nHello",
        kind="report",
    )
    record = incoming(body, Content_Type=kind, From="MAILER-DAEMON@example.org")
    assert record.origin is Origin.BOUNCE
    assert record.references == ()
    assert record.replies_to is None
