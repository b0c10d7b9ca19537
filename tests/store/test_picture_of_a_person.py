"""The picture of somebody: the past year, or the one that ends with the last contact."""

from convonote.conversation.records import DAY
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock


def test_a_message_with_a_date_to_come_hides_no_contact_of_long_ago(
    notebook: Notebook, clock: Clock
) -> None:
    ana = notebook.add_person("Ana").id
    long_ago, to_come = clock.at - 500 * DAY, clock.at + 900 * DAY
    notebook.say("Hi", topic="Roof", channel="letter", author=ana, at=long_ago)
    notebook.say("Hi", topic="Bike", channel="email", author=ana, at=to_come)
    picture = notebook.picture(person=ana)
    assert picture is not None
    assert picture.last is not None
    assert (picture.last.at, picture.last.channel) == (long_ago, "letter")
    assert picture.long_ago
    assert sum(picture.lanes[1].counts) == sum(picture.weeks.counts) == 1
    assert picture.silence is not None
    assert picture.silence.since == long_ago


def test_it_ends_now_where_one_was_in_touch_within_the_year(
    notebook: Notebook, clock: Clock
) -> None:
    ana = notebook.add_person("Ana").id
    notebook.say("Hi", topic="Roof", channel="email", author=ana, at=clock.at - 300 * DAY)
    picture = notebook.picture(person=ana)
    assert picture is not None
    assert not picture.long_ago
    assert picture.end > clock.at - DAY
