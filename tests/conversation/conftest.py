"""A conversation to which exchanges are added, for every test of the rules."""

import pytest

from tests.conversation.builders import Talk


@pytest.fixture
def talk() -> Talk:
    return Talk()
