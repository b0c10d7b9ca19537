"""Drafts, sent mail and unwanted mail, by header, label and folder."""

from pathlib import Path

import pytest

from convonote.intake.mail.folder_names import keeps_drafts, keeps_sent, keeps_unwanted
from convonote.intake.mail.message import parse
from convonote.intake.records import Incoming, Skipped
from tests.intake.found import read as read_sources

from .mail import incoming, raw, read


@pytest.mark.parametrize(
    "headers",
    [
        {"X_Unsent": "1"},
        {"X_Mozilla_Draft_Info": "internal/draft; vcard=0; receipt=0"},
        {"X_Uniform_Type_Identifier": "com.apple.mail-draft"},
        {"X_Gmail_Labels": "Drafts,Opened"},
        {"X_Gmail_Labels": "=?UTF-8?Q?Entw=C3=BCrfe,Ge=C3=B6ffnet?="},
    ],
)
def test_a_header_tells_that_it_was_never_sent(headers: dict[str, str]) -> None:
    assert incoming(**headers).draft


def test_what_has_travelled_is_no_draft_whatever_was_forgotten_in_it() -> None:
    mark = "internal/draft; vcard=0"
    assert not incoming(X_Mozilla_Draft_Info=mark, Received="from a by b; x").draft
    assert not read(raw(X_Mozilla_Draft_Info=mark), mine=True).draft


def test_a_label_tells_that_i_sent_it() -> None:
    record = incoming(X_Gmail_Labels="Sent,Important")
    assert record.mine
    assert not record.draft


@pytest.mark.parametrize("label", ["Spam", "Trash", "Papierkorb", "迷惑メール"])
def test_what_is_labelled_as_spam_or_deleted_is_skipped(label: str) -> None:
    message = raw(X_Gmail_Labels=f'Unread,"{label}"')
    assert parse(message, "takeout.mbox:1", 0) == Skipped("takeout.mbox:1")


@pytest.mark.parametrize(
    "name",
    ["Sent", ".Sent", "INBOX.Sent", "Sent Items", "Gesendete Objekte", "[Gmail].Sent Mail",
     "Éléments envoyés", "Enviados", "Posta inviata", "Elementy wysłane", "已发送", "送信済み"],
)  # fmt: skip
def test_folders_of_sent_mail_are_known_in_many_languages(name: str) -> None:
    assert keeps_sent(name)
    assert not keeps_drafts(name)
    assert not keeps_unwanted(name)


@pytest.mark.parametrize(
    "name",
    ["Drafts", ".Drafts", "Entwürfe", "Brouillons", "Szkice", "Borradores", "草稿", "下書き"],
)
def test_folders_of_drafts_too(name: str) -> None:
    assert keeps_drafts(name)


@pytest.mark.parametrize(
    "name",
    ["Junk", "Spam", ".Trash", "Deleted Items", "Papierkorb", "Corbeille", "Kosz", "垃圾邮件"],
)
def test_and_folders_of_what_nobody_wants(name: str) -> None:
    assert keeps_unwanted(name)


@pytest.mark.parametrize("name", ["Sentinel", "Draft plans", "Spam recipes", "Binders", "Kyoto"])
def test_a_folder_with_another_name_keeps_ordinary_mail(name: str) -> None:
    assert not any(keeps(name) for keeps in (keeps_sent, keeps_drafts, keeps_unwanted))


def test_unwanted_mail_in_a_tree_is_skipped_unless_its_folder_is_named(tmp_path: Path) -> None:
    for folder in ("Kyoto", "Junk"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "spam.eml").write_bytes(raw(Subject=folder))
    whole = list(read_sources([tmp_path]))
    assert [one.topic for one in whole if isinstance(one, Incoming)] == ["Kyoto"]
    assert sum(isinstance(one, Skipped) for one in whole) == 1
    named = list(read_sources([tmp_path / "Junk"]))
    assert [one.topic for one in named if isinstance(one, Incoming)] == ["Junk"]
