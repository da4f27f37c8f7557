"""What anybody might do in a history that somebody made to hurt: every kind of command, about
what most is tied to.
"""

from hostile_histories import Act, Hostile
from hostile_ties import resting, taking_off, tying, tying_steps

BEFORE_ALL = frozenset({"SetUpWorkshop", "ChangePlan", "OpenFlipchart"})
"""What is asked for before anybody wrote anything."""
DOORS = {
    "Arrive": "guest",
    "GivePace": "room",
    "SettleDueVeils": "clock",
    "CoverCopies": "following",
    "GoOnLifting": "following",
}
"""By which door something is asked for that no person asks for."""


def acts(group: Hostile) -> list[Act]:
    """One after the other: a name for it, who, what, with what."""
    parts = (
        _showing, _people, _writing, tying, tying_steps, resting, taking_off, _tidying,
        _telling, _ending,
    )  # fmt: skip
    return [act for part in parts for act in part(group)]


def _showing(group: Hostile) -> list[Act]:
    return [
        ("shows fifteen hundred notes at once", group.fay, "RevealNotes", {}),
        ("opens a phase", group.fay, "OpenPhase", {"phase": "return"}),
        ("gives time", group.fay, "StretchPhase", {"minutes": 5}),
        ("starts a break", group.fay, "StartBreak", {"minutes": 5}),
        ("ends it", group.fay, "EndBreak", {}),
        ("somebody leads on", None, "GivePace", {"person": group.tess}),
        ("until a facilitator is back", group.fay, "ReturnPace", {}),
    ]


def _people(group: Hostile) -> list[Act]:
    one, other = group.crowd[:2]
    return [
        ("comes", None, "Arrive", {"name": "Tom"}),
        ("is added", group.kit, "AddPerson", {"name": "Tom"}),
        ("claims a name", group.absent, "ClaimName", {}),
        ("is called otherwise", one, "Rename", {"name": "Tim"}),
        ("offers a story", group.tess, "OfferStory", {"line": "I had one"}),
        ("asks for it", group.fay, "AskToTell", {"person": group.tess}),
        ("would rather not", group.tess, "RatherNot", {}),
        ("proposes a line", group.tess, "ProposeAgreement", {"text": "Phones off"}),
        ("agrees no more", one, "AgreeToLine", {"about": group.line, "agree": False}),
        ("gives a role", group.fay, "GiveRole", {"person": other, "role": "scribe"}),
        ("takes it", group.fay, "TakeRole", {"person": other, "role": "scribe"}),
        ("raises a hand", one, "RaiseHand", {}),
        ("heard it", group.fay, "LowerHand", {"person": one}),
        ("is done", group.tess, "SayDone", {}),
        ("steps out", one, "StepOut", {}),
        ("starts a round", group.fay, "StartRound", {}),
        ("next", group.fay, "NextTurn", {}),
        ("ends the round", group.fay, "EndRound", {}),
    ]


def _writing(group: Hostile) -> list[Act]:
    return [
        ("writes a note", group.tess, "WriteNote", {"text": "Pay small firms first"}),
        ("says it aloud", group.tess, "SayAloud", {"text": "Pay small firms first"}),
        (
            "writes what nothing but marks begins",
            group.tess,
            "CheckOut",
            {"text": "███ " * 2400 + "late"},
        ),
        ("writes a memo", group.tess, "WriteMemo", {"text": "Ask them"}),
        (
            "asks about what all hangs on",
            group.tess,
            "AskQuestion",
            {"about": group.hub, "text": "Why?"},
        ),
        ("answers it", group.tess, "Answer", {"about": group.hub, "text": "So"}),
        (
            "leaves a question open",
            group.tess,
            "AskOpenQuestion",
            {"text": "When?", "about": group.steps[0]},
        ),
    ]


def _tidying(group: Hostile) -> list[Act]:
    mine = group.mine
    return [
        ("picks a point", group.kit, "PickPoint", {"about": mine[1]}),
        (
            "groups hundreds", group.kit, "GroupNotes",
            {"notes": mine[1000:1500], "title": "The same"},
        ),
        ("undoes it", group.kit, "Undo", {}),
        ("does it again", group.kit, "Redo", {}),
        ("groups others", group.kit, "GroupNotes", {"notes": mine[1500:2000], "title": "The same"}),
        ("takes one out", group.kit, "Regroup", {"about": mine[1500], "group": None}),
        ("merges", group.kit, "Merge", {"about": mine[1600], "into": mine[1601]}),
        ("splits", group.kit, "Split", {"about": mine[1600]}),
        ("takes an offer", group.sam, "SettleOffer", {"about": group.offers[0], "take": True}),
        ("goes back", group.sam, "UndoRewording", {"about": mine[0]}),
        (
            "words with a reason", group.sam, "Reword",
            {"about": mine[4], "text": "So", "reason": "Ah", "version": 1},
        ),
        (
            "corrects the reason", group.sam, "RewordReason",
            {"about": mine[4], "place": 0, "text": "Because"},
        ),
        ("takes the reason back", group.sam, "TakeBackReason", {"about": mine[4], "place": 0}),
        (
            "hides a note with many offers", group.fay, "Hide",
            {"about": mine[0], "reason": "a slip"},
        ),
        ("gives a dot", group.tess, "PlaceDot", {"about": group.hub}),
        ("takes it back", group.tess, "TakeDot", {"about": group.hub}),
        ("closes the vote", group.fay, "CloseVote", {}),
        ("opens another", group.fay, "OpenVote", {}),
        ("opens the text to all", group.fay, "OpenText", {}),
    ]  # fmt: skip


def _telling(group: Hostile) -> list[Act]:
    tale, moment = group.tale, group.moments[0]
    return [
        (
            "tells another story",
            group.sam,
            "TellExperience",
            {"title": "Spring", "visibility": "only_me"},
        ),
        (
            "places a private moment",
            group.sam,
            "PlaceMoment",
            {"experience": group.prepared, "text": "Then it rained"},
        ),
        (
            "shares what was prepared",
            group.sam,
            "SetVisibility",
            {"about": group.prepared, "visibility": "shared"},
        ),
        (
            "moves a moment",
            group.sam,
            "ArrangeMoment",
            {"about": moment, "lane": "a", "stage": "b"},
        ),
        ("had that too", group.tess, "HadThatToo", {"about": moment}),
        ("accepts a moment", group.sam, "AcceptMoment", {"about": group.strange, "accept": True}),
        ("says that's it", group.sam, "SayThatsIt", {"experience": tale}),
        (
            "fifteen hundred waited for the teller",
            group.sam,
            "EndTellersTurn",
            {"experience": tale},
        ),
        ("opens a story", group.sam, "OpenWords", {"about": tale, "to": "everyone"}),
        ("narrows it", group.fay, "NarrowWords", {"about": tale, "to": "took_part"}),
    ]


def _ending(group: Hostile) -> list[Act]:
    some = {"veil": group.veil, "about": group.covered[:100]}
    return [
        ("tags what all hangs on", group.sam, "Tag", {"about": group.hub, "tag": "late"}),
        ("hides what all hangs on", group.fay, "Hide", {"about": group.hub, "reason": "a slip"}),
        ("shows it again", group.fay, "Show", {"about": group.hub}),
        ("hides all that two put up", group.fay, "HideAllOf", {"people": [group.sam, group.tess]}),
        ("shows all of it again", group.fay, "ShowAllOf", {"people": [group.sam, group.tess]}),
        ("writes beside many veils", group.tess, "WriteNote", {"text": "Who was that?"}),
        ("confirms a hundred", group.fay, "ConfirmVeil", some),
        ("lifts one", group.fay, "LiftVeil", {"veil": group.veil, "about": group.covered[100:101]}),
        ("three days have passed", None, "SettleDueVeils", {}),
        (
            "takes back a note that three are copies of",
            group.sam,
            "TakeBack",
            {"about": group.mine[7]},
        ),
        ("covers what was covered already", group.sam, "CoverCopies", {"taken": 1}),
        ("masks a name in two hundred notes", group.sam, "MaskWords", {"passage": "Brightside"}),
        ("lifts all that one person covered", group.fay, "LiftVeilsOf", {"person": group.sam}),
        ("goes on where all was lifted", group.fay, "GoOnLifting", {"lifted": 1}),
        ("takes back what all hangs on", group.sam, "TakeBack", {"about": group.hub}),
        ("lets somebody tell it too", group.sam, "TellTogether", {"experience": group.tale}),
        ("tells it together", group.tess, "TellTogether", {"experience": group.tale}),
        ("leaves the story", group.tess, "LeaveStory", {"experience": group.tale}),
        (
            "takes back what twelve called a story",
            group.crowd[0],
            "TakeBack",
            {"about": group.called},
        ),
        ("takes a whole story back", group.sam, "TakeBack", {"about": group.tale}),
        ("has their name taken out", group.sam, "ForgetMe", {}),
        ("removes who wrote most", group.fay, "RemovePerson", {"person": group.tess}),
        ("starts silence", group.fay, "StartSilence", {}),
        ("closes the flipchart", group.fay, "CloseFlipchart", {}),
        ("opens it again", group.fay, "ReopenFlipchart", {}),
    ]
