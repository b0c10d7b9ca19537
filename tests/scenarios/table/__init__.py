"""Small conversations with the expected holders: the rules as they meet real mail."""

from tests.scenarios.table.arriving import ORDER
from tests.scenarios.table.lists_and_machines import LISTS_AND_MACHINES
from tests.scenarios.table.one_to_one import ONE_TO_ONE
from tests.scenarios.table.several import SEVERAL

CASES = (*ONE_TO_ONE, *SEVERAL, *LISTS_AND_MACHINES, *ORDER)
