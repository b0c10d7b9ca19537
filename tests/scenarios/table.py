"""Small conversations with the expected holders: the rules as they meet real mail.

`S(author, to, day, text, …)` is something said that many days ago. Steps stand in the order in
which they arrive, which need not be the order in which they were said.
"""

from tests.scenarios.steps import ByHand, Case
from tests.scenarios.steps import Step as S

ASK = "Could you send me the drawings by Friday?"
TELL = "I have put the drawings into the shed."
THANKS = "Thanks!"
WILL_DO = "Ok, will do."
NEVER_MIND = "Never mind, found it."


def case(title: str, *steps: S | ByHand, section: str, **holders: float) -> Case:
    """A case; holders are given by name."""
    return Case(title, steps, holders, section)


ONE_TO_ONE = (
    case("they asked", S("Ana", "me", 3, ASK), section="mine", me=3),
    case("they told me something", S("Ana", "me", 3, TELL), section="mine", me=3),
    case("I asked yesterday", S("me", "Ana", 1, ASK), section="theirs", Ana=1),
    case("I told them something", S("me", "Ana", 9, TELL), section="theirs", Ana=9),
    case("I asked three weeks ago", S("me", "Ana", 21, ASK), section="nudge", Ana=21),
    case(
        "I answered",
        S("Ana", "me", 3, ASK),
        S("me", "Ana", 2, TELL, re=1),
        section="theirs",
        Ana=2,
    ),
    case(
        "I answered, they thanked",
        S("Ana", "me", 3, ASK),
        S("me", "Ana", 2, TELL, re=1),
        S("Ana", "me", 1, THANKS, re=2),
        section="resting",
    ),
    case(
        "they answered, I thanked",
        S("me", "Ana", 3, ASK),
        S("Ana", "me", 2, TELL, re=1),
        S("me", "Ana", 1, "Perfect, thank you!", re=2),
        section="resting",
    ),
    case(
        "thanks that ask go on",
        S("me", "Ana", 3, TELL),
        S("Ana", "me", 2, "Thanks! Could you also send the drawings?", re=1),
        section="mine",
        me=2,
    ),
    case(
        "yes, please is no closing",
        S("me", "Ana", 3, "Shall I bring the cake?"),
        S("Ana", "me", 2, "Yes, please!", re=1),
        section="mine",
        me=2,
    ),
    case(
        "asked twice keeps the first day",
        S("Ana", "me", 9, ASK),
        S("Ana", "me", 2, "Any news about the drawings?"),
        section="mine",
        me=9,
    ),
    case(
        "they took it back",
        S("Ana", "me", 3, ASK),
        S("Ana", "me", 2, NEVER_MIND, re=1),
        section="resting",
    ),
    case(
        "I took it back",
        S("me", "Ana", 3, ASK),
        S("me", "Ana", 2, NEVER_MIND, re=1),
        section="resting",
    ),
    case(
        "I said I would",
        S("Ana", "me", 3, ASK),
        S("me", "Ana", 2, WILL_DO, re=1),
        section="mine",
        me=3,
    ),
    case(
        "they said they would",
        S("me", "Ana", 1.5, ASK),
        S("Ana", "me", 1, WILL_DO, re=1),
        section="theirs",
        Ana=1.5,
    ),
    case(
        "I said I would, and did",
        S("Ana", "me", 3, ASK),
        S("me", "Ana", 2, WILL_DO, re=1),
        S("me", "Ana", 1, TELL, re=1),
        section="theirs",
        Ana=1,
    ),
    case(
        "they said they would, did, and I thanked",
        S("me", "Ana", 3, ASK),
        S("Ana", "me", 2, WILL_DO, re=1),
        S("Ana", "me", 1, TELL, re=1),
        S("me", "Ana", 0.5, THANKS, re=3),
        section="resting",
    ),
    case(
        "a question answers a question",
        S("Ana", "me", 3, ASK),
        S("me", "Ana", 1, "Which drawings do you mean?", re=1),
        section="theirs",
        Ana=1,
    ),
    case(
        "a question, a question, an answer",
        S("Ana", "me", 3, ASK),
        S("me", "Ana", 2, "Which drawings do you mean?", re=1),
        S("Ana", "me", 1, "Those of the shed.", re=2),
        section="mine",
        me=1,
    ),
    case(
        "thanks out of the blue rest",
        S("Ana", "me", 3, "Thank you so much!"),
        section="resting",
    ),
    case(
        "a long silence lapses what asked nothing",
        S("Ana", "me", 20, TELL),
        section="quiet",
    ),
    case("a question is good for longer", S("Ana", "me", 60, ASK), section="mine", me=60),
    case("a question lapses too", S("Ana", "me", 120, ASK), section="quiet"),
    case("my own question lapses", S("me", "Ana", 400, ASK), section="quiet"),
    case(
        "speaking again wakes what was quiet",
        S("Ana", "me", 300, TELL),
        S("Ana", "me", 2, TELL),
        section="mine",
        me=300,
    ),
    case(
        "in German, a closing",
        S("me", "Ana", 3, "Die Zeichnungen liegen im Schuppen."),
        S("Ana", "me", 2, "Vielen Dank!", re=1),
        section="resting",
    ),
    case(
        "in Chinese, a question",
        S("Ana", "me", 40, "你什么时候来？"),
        section="mine",
        me=40,
    ),
    case(
        "in Spanish, a question after thanks",
        S("me", "Ana", 3, "Están en el cobertizo."),
        S("Ana", "me", 2, "¡Gracias! ¿Cuándo vienes?", re=1),
        section="mine",
        me=2,
    ),
    case(
        "in a tongue nobody taught it, the plain rule",
        S("Ana", "me", 3, "Jeg la tegningene i skuret."),
        section="mine",
        me=3,
    ),
    case(
        "a thumb closes",
        S("me", "Ana", 3, TELL),
        S("Ana", "me", 2, "👍", re=1),
        section="resting",
    ),
    case(
        "both waited, one answer",
        S("Ana", "me", 5, ASK),
        S("me", "Ana", 4, "When do you need them?", re=1),
        S("Ana", "me", 3, "On Friday. And could you bring the ladder?", re=2),
        S("me", "Ana", 2, TELL, re=3),
        section="theirs",
        Ana=2,
    ),
)

SEVERAL = (
    case(
        "two askers, one answered",
        S("Ana", "me", 5, ASK),
        S("Bob", "me", 4, "When will you come?", re=1),
        S("me", "Ana", 3, TELL, re=1),
        section="mine",
        me=4,
        Ana=3,
    ),
    case(
        "two askers, both answered at once",
        S("Ana", "me", 5, ASK),
        S("Bob", "me", 4, "When will you come?", re=1),
        S("me", "Ana, Bob", 3, TELL, re=2),
        section="theirs",
        Ana=3,
        Bob=3,
    ),
    case(
        "I asked two, one answered, I thanked",
        S("me", "Ana, Bob", 5, ASK),
        S("Bob", "me, Ana", 4, TELL, re=1),
        S("me", "Bob, Ana", 3, THANKS, re=2),
        section="resting",
    ),
    case(
        "I asked two, one says they will",
        S("me", "Ana, Bob", 1.5, ASK),
        S("Bob", "me, Ana", 1, WILL_DO, re=1),
        section="theirs",
        Bob=1.5,
    ),
    case(
        "asked with others, another answered",
        S("Ana", "me, Bob", 5, ASK),
        S("Bob", "Ana", 4, TELL, cc="me", re=1),
        section="theirs",
        Ana=4,
    ),
    case(
        "asked with others, nobody answered",
        S("Ana", "me, Bob", 5, ASK),
        section="mine",
        me=5,
        Bob=5,
    ),
    case("I only read along", S("Ana", "Bob", 1, ASK, cc="me"), section="theirs", Bob=1),
    case(
        "I read along and answered for him",
        S("Ana", "Bob", 5, ASK, cc="me"),
        S("me", "Ana", 4, TELL, cc="Bob", re=1),
        section="theirs",
        Ana=4,
    ),
    case(
        "a bystander's thanks end nothing",
        S("Ana", "me", 5, ASK, cc="Bob"),
        S("Bob", "Ana", 4, THANKS, cc="me", re=1),
        section="mine",
        me=5,
    ),
    case(
        "an answer that the asker only reads in Cc",
        S("Ana", "me", 5, ASK, cc="Bob"),
        S("me", "Bob", 4, "It is in the shed, Bob.", cc="Ana", re=1),
        section="theirs",
        Bob=4,
    ),
    case(
        "an answer that the asker does not hear",
        S("Ana", "me", 5, ASK, cc="Bob"),
        S("me", "Bob", 4, "She wants the drawings, doesn't she?", re=1),
        section="mine",
        me=5,
        Bob=4,
    ),
    case(
        "a withdrawal to one of two",
        S("Ana", "me", 5, ASK),
        S("Bob", "me", 4, "When will you come?", re=1),
        S("Ana", "me, Bob", 3, NEVER_MIND, re=1),
        section="mine",
        me=4,
    ),
    case(
        "somebody joins and answers",
        S("me", "Ana", 5, ASK),
        S("Ana", "Chi", 4, "Chi, can you help Jo?", cc="me", re=1),
        S("Chi", "me", 3, TELL, cc="Ana", re=2),
        section="mine",
        me=3,
    ),
    case(
        "a closing to all rests the group",
        S("Ana", "me, Bob, Chi", 5, "Who brings the ladder?"),
        S("Chi", "Ana, me, Bob", 4, "I have put it into my car.", re=1),
        S("Ana", "Chi, me, Bob", 3, "Perfect, thanks!", re=2),
        section="resting",
    ),
    case(
        "my answer from a second address of hers counts",
        S("me", "Ana", 5, ASK),
        S("Ana's", "me", 4, TELL, re=1),
        S("me", "Ana's", 3, THANKS, re=2),
        section="resting",
    ),
    case(
        "written to her at work, answered from home",
        S("me", "Ana's", 3, ASK),
        S("Ana", "me", 1, "They are in the shed. Which one do you want?", re=1),
        section="mine",
        me=1,
    ),
)

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

ORDER = (
    case(
        "the answer arrives before the question",
        S("me", "Ana", 2, TELL, re=2),
        S("Ana", "me", 3, ASK),
        section="theirs",
        Ana=2,
    ),
    case(
        "the thanks arrive first of all",
        S("Ana", "me", 1, THANKS, re=3),
        S("Ana", "me", 3, ASK),
        S("me", "Ana", 2, TELL, re=2),
        section="resting",
    ),
    case(
        "a slow clock answers before it was asked",
        S("Ana", "me", 3, ASK),
        S("me", "Ana", 3.2, "They are in the shed.", re=1),
        section="theirs",
        Ana=3.2,
    ),
    case(
        "her clock is slow, and she thanks",
        S("me", "Ana", 3, TELL),
        S("Ana", "me", 3.1, THANKS, re=1),
        section="resting",
    ),
    case(
        "set to nobody, then an old question arrives late",
        S("Ana", "me", 5, ASK),
        ByHand("nobody"),
        S("Bob", "me", 9, "When will you come?", re=1),
        section="mine",
        me=9,
    ),
    case(
        "set to them, then they answer",
        S("Ana", "me", 5, TELL),
        ByHand("Ana"),
        S("Ana", "me", 1, THANKS, re=1),
        section="resting",
    ),
    case(
        "set to me, though it rested",
        S("Ana", "me", 5, THANKS),
        ByHand("me"),
        section="mine",
        me=0,
    ),
    case(
        "set to me, and I spoke",
        S("Ana", "me", 5, THANKS),
        ByHand("me"),
        S("me", "Ana", 0, THANKS, re=1),
        section="resting",
    ),
    case(
        "two late ones, the older last",
        S("Ana", "me", 1, "And the ladder?", re=3),
        S("me", "Ana", 2, TELL, re=3),
        S("Ana", "me", 3, ASK),
        section="mine",
        me=1,
    ),
)

CASES = (*ONE_TO_ONE, *SEVERAL, *LISTS_AND_MACHINES, *ORDER)
