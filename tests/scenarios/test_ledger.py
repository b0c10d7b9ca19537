"""The ledgers through the real store, day by day and restored at once."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.scenarios.desk import Desk
from tests.scenarios.ledger import LEDGERS
from tests.scenarios.ledger.days import Ledger
from tests.scenarios.table import CASES


def stands(desk: Desk, case: Ledger) -> None:
    """Assert that the conversation stands as it should."""
    desk.wait_until(datetime.fromisoformat(case.end))
    conversation = desk.conversation
    holders = {"me" if each.person.me else each.person.name for each in conversation.holders}
    open_promises = {promise.what: promise.due for promise in conversation.promises}
    assert (str(conversation.section), holders) == (case.section, {*case.holders})
    assert open_promises == case.promises
    assert all(holder.why for holder in conversation.holders)
    if case.why:
        assert case.why in conversation.holders[0].why
    assert desk.notebook.doctor() == []


@pytest.mark.parametrize("case", LEDGERS, ids=lambda case: case.title)
def test_day_by_day_and_then_restored_at_once(tmp_path: Path, case: Ledger) -> None:
    desk = Desk(tmp_path / "days.convonote", case.zone)
    desk.notebook.set_me("Jo", [("email", "me@example.org")])
    for name in ("Ana", "Bob"):
        desk.notebook.add_person(name, [("email", f"{name.lower()}@example.org")])
    for step in case.steps:
        desk.wait_until(step.moment)
        desk.do(step.do)
    stands(desk, case)
    restored = Desk(tmp_path / "restored.convonote", case.zone)
    restored.notebook.restore(desk.notebook.export())
    stands(restored, case)
    for one in (desk, restored):
        one.notebook.close()


def test_both_tables_together_are_long_enough() -> None:
    assert len(LEDGERS) + len(CASES) >= 100
    assert len({case.title for case in LEDGERS}) == len(LEDGERS)
