"""How the method says no: every sentence that a person may read, in one place."""


class Refusal(Exception):
    """The method says no, in one sentence for the person who asked. What they
    typed stays with them.
    """

    def __init__(self, sentence: str) -> None:
        """Keep the sentence that is shown."""
        super().__init__(sentence)
        self.sentence = sentence


# Words and names
NOTHING_WRITTEN = "There is nothing written yet: type a few words first."
TOO_LONG = (
    "That is {length:,} characters; {longest:,} is the most that fits. Split it into two, or "
    "shorten it."
)
LOOKS_WRONG = "Footpath could not read that request. Reload the page; what you typed is kept."

# Who
SHOWN_OUT = (
    "You were shown out, so that cannot be done any more. You can still take back what you said "
    "yourself."
)
NOT_HERE = (
    "You are not in this workshop any more. Ask a facilitator for the link if you want to come "
    "back."
)
FOR_FACILITATORS = "Only a facilitator can do that. Ask one of them, or raise your hand."
FOR_KEEPERS = "Only a facilitator or a scribe can do that. Ask one of them, or raise your hand."
FOR_WRITERS = (
    "You are here to watch, so this stays with the others. A facilitator can make you a "
    "participant."
)
NOT_BY_THIS_LINK = "That can be done by its own link only, not from inside the workshop."
TEXT_IS_KEPT = (
    "The group's text is kept by the facilitators and scribes for now. Tell them, or write a note "
    "beside it."
)
NO_SUCH_PERSON = "There is nobody with that name in this workshop any more."
ONLY_KEEPERS_WRITE_FOR_OTHERS = (
    "Only a facilitator or a scribe can write for somebody else. Write it as your own."
)
LAST_FACILITATOR = "You are the only facilitator. Make somebody else a facilitator first."
NOT_YOURS = (
    "These are somebody else's words. You can offer another wording, and they take it or leave it."
)
NOT_YOURS_TO_TAKE_BACK = (
    "Only the person whose words these are can take them back. A facilitator can hide them."
)
SAID_SO_ALREADY = "You said so already. You can say it once more with words of your own."
NOT_YOURS_TO_OPEN = "Only the person whose words these are can open them to others."
NOT_YOUR_STORY = "Only the storyteller can do that with this story."
OTHERS_TELL_IT_TOO = (
    "Others tell this story too. You can take back what you said in it yourself, one moment at a "
    "time."
)
NOBODY_IS_NAMED = "Nobody waits to tell this story with you."
YOU_TELL_IT_ALONE = "You tell this story alone. You can show it to fewer people, or take it back."
A_FACILITATOR_SAYS_IT = "A facilitator who has no part in this story says that for them."
OTHERS_SHOW_IT = (
    "Others tell this story too, and what they show stays. You show your own moments to fewer, one "
    "by one."
)
TAKEN_OFF_BY_ANOTHER = (
    "Another teller took this story off, with what they said in it. They bring it back themselves."
)
ANOTHER_TELLS_IT = "Another teller of the story tells this moment: they take it off themselves."
AUTHOR_NARROWS = (
    "Others tell this story too, so only who said this moment shows it to fewer people."
)
THEY_SAY_IT = "They are here with a device of their own, so they say this themselves."
THEY_REVIEW_IT = (
    "They are here with a device of their own. Say it in your own name, and write down where they "
    "stand as a position."
)
DECIDED_OTHERWISE = (
    "Something else was decided of this aim meanwhile. Look at it again, and give your reason for "
    "what stands now."
)
ANOTHERS_NAME = (
    "Somebody else here has that name, or had it. After the close, take one that nobody has had."
)
NAMES_ENOUGH = (
    "You have had {most} names here, and that is as many as fit. The one that you have stays."
)
NAME_TAKEN_OVER = "This name has a device of its own already. Come in by your own link."
ALREADY_HERE = "You are in this workshop already."

# When
SAID_TOO_LATE = "That time lies in the future. Give the time at which it was said."
SAID_TOO_EARLY = "{name} was not here yet at that time. Give a later time, or leave the time out."
TIME_ONLY_FOR_WORDS = (
    "A time of its own belongs only to words that were written offline or on paper."
)
CLOSED = (
    "The flipchart is closed, so nothing can be added. Copy your words, or ask a facilitator to "
    "open it again."
)
CLOSED_TO_NEWCOMERS = "This workshop is closed. Ask a facilitator to open it again."
NOT_CLOSED = "The flipchart is open already."
ALREADY_OPEN = "The flipchart is open already."
PLAN_IS_FIXED = (
    "The flipchart was opened, so its minutes and words stay as they are. Facilitators can give "
    "more time."
)
SET_UP_ALREADY = "This workshop was set up already."
NOT_SET_UP = "This workshop was never set up. Make a new one on the start page."
SILENCE_OFF = "Nobody is writing in silence just now."
SILENCE_ALREADY = "Everybody is writing in silence already."
VOTE_OPEN = "The vote is open. Close it first."
VOTE_CLOSED = "The vote is not open just now."
NO_DOTS_LEFT = "You have used all your dots. Take one back to move it."
NO_DOT_THERE = "You have no dot there."
NO_ROUND = "There is no round just now."
NOT_YOUR_TURN = "It is not your turn in this round."
NOBODY_FOR_A_ROUND = "There is nobody here who could take a turn."
NO_BREAK = "There is no break just now."
NO_SPOTLIGHT_NOW = "There is a spotlight while the flipchart is open. Open it first."

# Things
NO_SUCH_THING = "That is not on the flipchart any more, or you cannot see it."
WRONG_THING = "That cannot be done with {thing}."
NARROWED_MEANWHILE = "Somebody else said meanwhile how far this goes. Look at it, and say it again."
WORDED_MEANWHILE = "It says something else by now. Read it once more, and then agree or do not."
NOT_IN_THE_SPOTLIGHT = (
    "Only what everybody here can read stands in the spotlight, and this is not, or not yet."
)
GONE = "That was taken back or deleted, so it cannot be changed."
NOTES_TO_GROUP = "Choose the notes that say the same."
ALREADY_IN_ITSELF = "A note cannot be put into itself."
NOT_MERGED = "That note stands by itself already."
ASK_THE_AUTHOR = (
    "These are somebody's own words. Tick that they asked you to change them, or leave them as "
    "they are."
)
WHERE_OTHERS_ARE = (
    "Move it among the lanes and stages that are there. Ask who wrote it for any new one."
)
NO_OFFER = "That offer was taken or left already."
MOVED_MEANWHILE = (
    "{name} took everyone to {phase} just now. Press again if you would still rather have {wanted}."
)
NOTHING_TO_UNDO = "There is nothing of yours to undo just now."
UNDONE_SINCE = (
    "There is nothing of yours to undo any more: what you did was changed by somebody since, or is "
    "not yours to change."
)
NOT_YOUR_LATEST = (
    "That is not your latest step any more. Read what the button says now, and press it again."
)
NOTHING_TO_REDO = "There is nothing that you undid just now."
CHANGED_SINCE = "Somebody else changed it since, and undoing writes over nobody."
BUILT_UPON = "Others have built on it since, so it stays. Take it off in its own menu if need be."
READ_BY_ALL = "Everybody has read it by now."
TAKEN_BACK_FOR_GOOD = "Words that were taken back are gone."
BACK_BY_A_LINK = "Who was shown out comes back by a link."
SAY_ANEW = "Say it anew where it stands."
NO_SUCH_NAME_NOW = "It would bring back a name that stands nowhere any more. Write it anew."
NO_EARLIER_WORDING = "There is no earlier wording to go back to."
SAME_WORDS = "Those are the words that stand there already."
PASSAGE_NOT_FOUND = "Those words do not stand there. Copy them exactly as they are written."
CHANGED_MEANWHILE = (
    "Somebody changed this while you were writing. Compare it with yours, then save again."
)
PASSAGE_TOO_LONG = (
    "Only a name is covered everywhere: six words and sixty letters at most. Mask more of it place "
    "by place."
)
PASSAGE_IS_A_PERSON = (
    "Somebody here is called that, and people's own names are not covered. They can change theirs."
)
PASSAGE_IS_THE_TITLE = (
    "That stands in the workshop's title, so it is not covered. Ask who convenes to change that."
)
PASSAGE_EVERYWHERE = "That stands in more than {most} places. Mask it where it matters, one by one."
COVERED_TOO_OFTEN = (
    "You have covered others' words often within the hour. Wait a while, or ask a facilitator to "
    "do it."
)
MUCH_IS_COVERED = (
    "Very much is covered in these words already. Ask a facilitator to look at that first, or take "
    "them back."
)
SO_MUCH_ABOUT_IT = (
    "Very much is tied to this, so you can add no more. Write a note of its own, or ask a "
    "facilitator."
)
TIED_VERY_MUCH = (
    "You have tied very much together already. Choose at most {few} at a time from now on."
)
MUCH_IS_FACE_DOWN = (
    "Very much of yours waits to be shown. Keep this, and send it when everybody sees the rest."
)
SO_DEEP = (
    "These are about each other very deep already. Reflect on the first of them, or write a note "
    "of its own."
)
STORY_IS_FULL = (
    "You can place no more moments in this story. Tell the rest as another, or ask its storyteller."
)
MANY_TAGS = "There are very many tags on this already. Take one off, and put yours on then."
UNDER_A_VEIL = "Part of that is covered just now. Ask a facilitator to lift it, or write it anew."
NO_SUCH_VEIL = "Nothing is covered there any more: it was lifted or confirmed already."
REWORDED_TOO_OFTEN = "This was reworded very often. Write it anew, and take the old one back."
PASSAGE_TOO_SHORT = "Give at least two letters to mask."
VALUE_NEEDS_SOURCE = (
    "Say where you heard this value: choose at least one note, moment or reflection."
)
TENSION_WITH_ITSELF = "A value cannot be in tension with itself."
TWO_BRANCHES = "A decision needs at least two branches, each with a name."
WAY_ENDS_OR_LEADS = "A way leads on or ends here, not both. Choose one of the two."
END_LEADS_NOWHERE = (
    "Nothing comes after an end. Take its ways off, or make it another kind of step."
)
BRANCH_TO_ELEMENT = "A branch leads to an element of the process, or is left open."
UNKNOWN_SIDE = "This policy's sides are {sides}. Choose one of them, or leave it open."
AUTHOR_WIDENS = "Only who wrote this moment can show it to more people. You can show it to fewer."
WAITS_FOR_TELLER = "Only the storyteller takes a moment on their map or leaves it off."
TAKEN_ALREADY = "That moment is on the map already."
REFLECT_ON_SOMETHING_SEEN = "Choose a moment or note that everybody can see."
PARK_REASON = "Say in a few words why it is parked."
SHARE_FIRST = (
    "Not everybody here can see this yet. Share it with the group first, then open it to others."
)
NOT_A_LINE = "That is not a line of the outline."
NOT_YOUR_LINE = "This line does not rest on words of yours, or not any more."
NOT_HEARD_IN_YOURS = (
    "Only the storyteller in whose story this value was heard can say whether they recognise it."
)
LEFT_OUT = "Somebody asked to be left out of this line, so it cannot rest on their words again."
ALREADY_SPOKEN = "The storyteller has finished speaking already."
TOO_MANY = "That is more than {most} at once. Choose fewer."
