"""Conversations with promises, snoozes, moves between channels and several people, over days."""

from tests.scenarios.ledger.attention import ATTENTION
from tests.scenarios.ledger.channels import CHANNELS
from tests.scenarios.ledger.late import LATE
from tests.scenarios.ledger.odd_days import ODD_DAYS
from tests.scenarios.ledger.promises import PROMISES
from tests.scenarios.ledger.reminders import REMINDERS
from tests.scenarios.ledger.several import SEVERAL
from tests.scenarios.ledger.snoozed import SNOOZED
from tests.scenarios.ledger.zones import DAYS

LEDGERS = (
    *(*PROMISES, *DAYS, *ODD_DAYS, *SNOOZED, *CHANNELS),
    *(*SEVERAL, *ATTENTION, *REMINDERS, *LATE),
)
