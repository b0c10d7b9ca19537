"""Why each holds the turn at the end of the conversations of the table, in full."""

WHYS: dict[str, dict[str, str]] = {
    "they asked": {"me": "Ana Lima asked on Thu 19 Nov by email; nothing went back since"},
    "they told me something": {
        "me": "Ana Lima wrote on Thu 19 Nov by email; nothing went back since"
    },
    "I asked yesterday": {"Ana": "you asked on Sat 21 Nov by email; no answer yet"},
    "I told them something": {"Ana": "you wrote on Fri 13 Nov by email; no answer yet"},
    "I asked three weeks ago": {"Ana": "you asked on Sun 1 Nov by email; no answer yet"},
    "I answered": {"Ana": "you wrote on Fri 20 Nov by email; no answer yet"},
    "thanks that ask go on": {
        "me": "Ana Lima asked on Fri 20 Nov by email; nothing went back since"
    },
    "yes, please is no closing": {
        "me": "Ana Lima asked on Fri 20 Nov by email; nothing went back since"
    },
    "asked twice keeps the first day": {
        "me": "Ana Lima asked on Fri 13 Nov by email; nothing went back since"
    },
    "I said I would": {"me": "you said you would, Fri 20 Nov by email"},
    "they said they would": {"Ana": "Ana Lima said they would, Sat 21 Nov by email"},
    "I said I would, and did": {"Ana": "you wrote on Sat 21 Nov by email; no answer yet"},
    "a question answers a question": {"Ana": "you asked on Sat 21 Nov by email; no answer yet"},
    "a question, a question, an answer": {
        "me": "Ana Lima wrote on Sat 21 Nov by email; nothing went back since"
    },
    "a question is good for longer": {
        "me": "Ana Lima asked on Wed 23 Sep by email; nothing went back since"
    },
    "speaking again wakes what was quiet": {
        "me": "Ana Lima wrote on Mon 26 Jan by email; nothing went back since"
    },
    "in Chinese, a question": {
        "me": "Ana Lima asked on Tue 13 Oct by email; nothing went back since"
    },
    "in Spanish, a question after thanks": {
        "me": "Ana Lima asked on Fri 20 Nov by email; nothing went back since"
    },
    "in a tongue nobody taught it, the plain rule": {
        "me": "Ana Lima wrote on Thu 19 Nov by email; nothing went back since"
    },
    "both waited, one answer": {"Ana": "you wrote on Fri 20 Nov by email; no answer yet"},
    "two askers, one answered": {
        "me": "Bob Stone asked on Wed 18 Nov by email; nothing went back since",
        "Ana": "you wrote on Thu 19 Nov by email; no answer yet",
    },
    "two askers, both answered at once": {
        "Ana": "you wrote on Thu 19 Nov by email; no answer yet",
        "Bob": "you wrote on Thu 19 Nov by email; no answer yet",
    },
    "I asked two, one says they will": {"Bob": "Bob Stone said they would, Sat 21 Nov by email"},
    "asked with others, another answered": {
        "Ana": "Bob Stone wrote to Ana Lima on Wed 18 Nov by email; no answer yet"
    },
    "asked with others, nobody answered": {
        "me": "Ana Lima asked on Tue 17 Nov by email; nothing went back since",
        "Bob": "Ana Lima asked Bob Stone on Tue 17 Nov by email; no answer yet",
    },
    "I only read along": {"Bob": "Ana Lima asked Bob Stone on Sat 21 Nov by email; no answer yet"},
    "I read along and answered for him": {"Ana": "you wrote on Wed 18 Nov by email; no answer yet"},
    "a bystander's thanks end nothing": {
        "me": "Ana Lima asked on Tue 17 Nov by email; nothing went back since"
    },
    "an answer that the asker only reads in Cc": {
        "Bob": "you wrote on Wed 18 Nov by email; no answer yet"
    },
    "an answer that the asker does not hear": {
        "me": "Ana Lima asked on Tue 17 Nov by email; nothing went back since",
        "Bob": "you wrote on Wed 18 Nov by email; no answer yet",
    },
    "a withdrawal to one of two": {
        "me": "Bob Stone asked on Wed 18 Nov by email; nothing went back since"
    },
    "somebody joins and answers": {
        "me": "Chi Nguyen wrote on Thu 19 Nov by email; nothing went back since"
    },
    "written to her at work, answered from home": {
        "me": "Ana Lima asked on Sat 21 Nov by email; nothing went back since"
    },
    "list mail with me in To": {
        "me": "Ana Lima asked on Tue 17 Nov by email; nothing went back since"
    },
    "I asked a list": {"list": "you asked on Sat 21 Nov by email; no answer yet"},
    "I asked a list and somebody asked back there": {
        "me": "Bob Stone asked on Wed 18 Nov by email; nothing went back since"
    },
    "a question of mine to a list, and list mail to another": {
        "list": "you asked on Sat 21 Nov by email; no answer yet"
    },
    "an absence notice answers nothing": {"Ana": "you asked on Sat 21 Nov by email; no answer yet"},
    "a failed delivery": {"me": "your message could not be delivered, Thu 19 Nov"},
    "a failed delivery, sent again": {"Ana": "you asked on Sat 21 Nov by email; no answer yet"},
    "a failed delivery to one of two": {
        "Bob": "you asked on Thu 19 Nov by email; no answer yet",
        "me": "your message could not be delivered, Thu 19 Nov",
    },
    "my answer to list mail goes to her": {
        "Ana": "you wrote on Wed 18 Nov by email; no answer yet"
    },
    "the answer arrives before the question": {
        "Ana": "you wrote on Fri 20 Nov by email; no answer yet"
    },
    "a slow clock answers before it was asked": {
        "Ana": "you wrote on Thu 19 Nov by email; no answer yet"
    },
    "set to nobody, then an old question arrives late": {
        "me": "Bob Stone asked on Fri 13 Nov by email; nothing went back since"
    },
    "set to me, though it rested": {"me": "you set the turn by hand on Sun 22 Nov"},
    "two late ones, the older last": {
        "me": "Ana Lima asked on Sat 21 Nov by email; nothing went back since"
    },
}
"""By title, then by holder; in what is left out nobody holds it."""
