"""Lists, robots and what could not be delivered."""

from tests.scenarios.steps import Step as S
from tests.scenarios.table.cases import ASK, TELL, case

LISTS_AND_MACHINES = (
    case(
        "list mail between others",
        S("Ana", "list", 5, ASK, over="list"),
        S("Bob", "list", 4, TELL, over="list", re=1),
        section="resting",
    ),
    case(
        "list mail with me in To",
        S("Ana", "me", 5, ASK, cc="list", over="list"),
        section="mine",
        me=5,
    ),
    case(
        "list mail with me in Cc",
        S("Ana", "Bob", 5, ASK, cc="list, me", over="list"),
        section="resting",
    ),
    case(
        "I asked a list",
        S("Ana", "list", 9, TELL, over="list"),
        S("me", "list", 1, ASK, re=1),
        section="theirs",
        list=1,
    ),
    case(
        "I asked a list and somebody answered there",
        S("Ana", "list", 9, TELL, over="list"),
        S("me", "list", 5, ASK, re=1),
        S("Bob", "list", 4, TELL, over="list", re=2),
        section="resting",
    ),
    case(
        "I asked a list and somebody asked back there",
        S("Ana", "list", 9, TELL, over="list"),
        S("me", "list", 5, ASK, re=1),
        S("Bob", "list", 4, "Which drawings do you mean?", over="list", re=2),
        section="mine",
        me=4,
    ),
    case(
        "I told a list something",
        S("Ana", "list", 9, ASK, over="list"),
        S("me", "list", 5, TELL, re=1),
        section="resting",
    ),
    case(
        "a question of mine to a list, and list mail to another",
        S("Ana", "list", 9, ASK, over="list"),
        S("me", "list", 1.5, ASK, re=1),
        S("Bob", "list", 1, TELL, over="list", re=1),
        section="theirs",
        list=1.5,
    ),
    case(
        "news that asks is a machine's",
        S("Dan", "me", 3, "Would you like 20% off?", over="news"),
        section="resting",
    ),
    case(
        "a robot asks",
        S("robot", "me", 3, "Could you rate your purchase?"),
        section="resting",
    ),
    case(
        "an absence notice answers nothing",
        S("me", "Ana", 1.5, ASK),
        S("Ana", "me", 1.4, "I am out of the office.", robot=True, re=1),
        section="theirs",
        Ana=1.5,
    ),
    case(
        "a failed delivery",
        S("me", "Ana", 3, ASK),
        S("daemon", "me", 2.9, "Could not be delivered.", bounces=1, failed="Ana"),
        section="mine",
        me=2.9,
    ),
    case(
        "a failed delivery, sent again",
        S("me", "Ana", 3, ASK),
        S("daemon", "me", 2.9, "Could not be delivered.", bounces=1, failed="Ana"),
        S("me", "Ana", 1, ASK, re=1),
        section="theirs",
        Ana=1,
    ),
    case(
        "a failed delivery to one of two",
        S("me", "Ana, Bob", 3, ASK),
        S("daemon", "me", 2.9, "Could not be delivered.", bounces=1, failed="Ana"),
        section="mine",
        me=2.9,
        Bob=3,
    ),
    case(
        "an invitation accepted",
        S("me", "Ana", 3, "Can you come on Friday?"),
        S("Ana", "me", 2, "Accepted.", accepts_invitation=True, re=1),
        section="resting",
    ),
    case(
        "my answer to list mail goes to her",
        S("Ana", "me", 5, ASK, cc="list", over="list"),
        S("me", "Ana", 4, TELL, cc="list", re=1),
        section="theirs",
        Ana=4,
    ),
)
