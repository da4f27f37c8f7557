"""What anybody might do in a history that somebody made to hurt: every kind of command, about what most is tied to."""

from hostile_histories import Act, Hostile

BEFORE_ALL = frozenset({"SetUpWorkshop", "ChangePlan", "OpenFlipchart"})
"""What is asked for before anybody wrote anything."""
DOORS = {"Arrive": "guest", "GivePace": "room", "SettleDueVeils": "clock", "CoverCopies": "following"}
"""By which door something is asked for that no person asks for."""


def acts(group: Hostile) -> list[Act]:
    """One after the other: a name for it, who, what, with what."""
    first = [*_showing(group), *_people(group), *_writing(group)]
    return [*first, *_tying(group), *_tidying(group), *_telling(group), *_ending(group)]


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
        ("writes what nothing but marks begins", group.tess, "CheckOut", {"text": "███ " * 2400 + "late"}),
        ("writes a memo", group.tess, "WriteMemo", {"text": "Ask them"}),
        ("asks about what all hangs on", group.tess, "AskQuestion", {"about": group.hub, "text": "Why?"}),
        ("answers it", group.tess, "Answer", {"about": group.hub, "text": "So"}),
        ("leaves a question open", group.tess, "AskOpenQuestion", {"text": "When?", "about": group.steps[0]}),
    ]


def _tying(group: Hostile) -> list[Act]:
    """Hundreds of things, on which dozens of others rest, are tied once more, and looked at for every reason."""
    tied, aims, steps, values = group.tied, group.aims, group.steps, group.shared_values
    reflection = {"kind": "liked", "text": "Good", "about": group.mine[:400]}
    return [
        ("reflects on hundreds", group.tess, "WriteReflection", reflection),
        ("hears a value in hundreds", group.fay, "AddValue", {"name": "Care", "heard_in": tied}),
        ("backs a value anew", group.fay, "BackValue", {"about": values[0], "heard_in": tied}),
        ("marks a tension", group.tess, "MarkTension", {"about": values[0], "other": values[1]}),
        ("recognises a value", group.sam, "RecogniseValue", {"about": values[0], "recognised": True}),
        ("adds an aim", group.kit, "AddAim", {"text": "Fair pay", "rests_on": tied}),
        ("keeps an aim", group.kit, "KeepAim", {"about": aims[0], "rests_on": tied}),
        ("changes an aim", group.fay, "ChangeAim", {"about": aims[0], "text": "Fairer", "rests_on": tied}),
        ("drops an aim", group.kit, "DropAim", {"about": aims[1]}),
        ("leaves an aim open", group.kit, "LeaveAimOpen", {"about": aims[2]}),
        ("takes a position", group.tess, "TakePosition", {"about": aims[2], "text": "No"}),
        ("adds a step", group.kit, "AddElement", {"kind": "wait", "text": "W", "answers": tied, "serves": aims[:3]}),
        ("unties hundreds", group.kit, "TieThread", {"about": steps[0], "answers": tied, "untie": True}),
        ("ties them again", group.kit, "TieThread", {"about": steps[0], "answers": tied}),
        ("moves a step", group.kit, "Reorder", {"about": steps[0], "before": steps[5]}),
        ("turns a step", group.kit, "ArrangeElement", {"about": steps[1], "kind": "wait", "lane": "a", "stage": ""}),
        ("rewords what dozens rest on", group.sam, "Reword", {"about": group.mine[1], "text": "a", "version": 1}),
        ("keeps a line", group.kit, "KeepLine", {"about": values[2]}),
        ("is left out of a line", group.sam, "AnswerLine", {"about": values[3], "answer": "leave_out"}),
        ("rewords it again", group.sam, "Reword", {"about": group.mine[1], "text": "Others", "version": 2}),
        ("says ways", group.kit, "SayWays", {"about": steps[2], "ways": [{"label": "yes", "to": steps[3]}] * 20}),
        ("deletes a value", group.kit, "Delete", {"about": values[4]}),
        ("brings it back", group.kit, "BringBack", {"about": values[4]}),
        ("deletes a step", group.kit, "Delete", {"about": steps[4]}),
        ("deletes an aim", group.kit, "Delete", {"about": aims[4]}),
        ("parks a reflection", group.tess, "Park", {"about": group.reflections[0], "reason": "Later"}),
        ("takes it up again", group.tess, "Unpark", {"about": group.reflections[0]}),
        ("parks what dozens rest on", group.tess, "Park", {"about": group.mine[2], "reason": "Later"}),
        ("moves it on hundreds", group.fay, "MoveNote", {"about": group.mine[900], "phase": "reflect", "on": tied}),
        ("leaves a reflection unnamed", group.tess, "StayUnnamed", {"about": group.reflections[0], "unnamed": True}),
        ("takes a reflection back", group.tess, "TakeBack", {"about": group.reflections[2]}),
    ]  # fmt: skip


def _tidying(group: Hostile) -> list[Act]:
    mine = group.mine
    return [
        ("picks a point", group.kit, "PickPoint", {"about": mine[1]}),
        ("groups hundreds", group.kit, "GroupNotes", {"notes": mine[1000:1500], "title": "The same"}),
        ("undoes it", group.kit, "Undo", {}),
        ("groups others", group.kit, "GroupNotes", {"notes": mine[1500:2000], "title": "The same"}),
        ("takes one out", group.kit, "Regroup", {"about": mine[1500], "group": None}),
        ("merges", group.kit, "Merge", {"about": mine[1600], "into": mine[1601]}),
        ("splits", group.kit, "Split", {"about": mine[1600]}),
        ("takes an offer", group.sam, "SettleOffer", {"about": group.offers[0], "take": True}),
        ("goes back", group.sam, "UndoRewording", {"about": mine[0]}),
        ("hides a note with many offers", group.fay, "Hide", {"about": mine[0], "reason": "a slip"}),
        ("gives a dot", group.tess, "PlaceDot", {"about": group.hub}),
        ("takes it back", group.tess, "TakeDot", {"about": group.hub}),
        ("closes the vote", group.fay, "CloseVote", {}),
        ("opens another", group.fay, "OpenVote", {}),
        ("opens the text to all", group.fay, "OpenText", {}),
    ]


def _telling(group: Hostile) -> list[Act]:
    tale, moment = group.tale, group.moments[0]
    return [
        ("tells another story", group.sam, "TellExperience", {"title": "Spring", "visibility": "only_me"}),
        ("places a private moment", group.sam, "PlaceMoment", {"experience": group.prepared, "text": "Then it rained"}),
        ("shares what was prepared", group.sam, "SetVisibility", {"about": group.prepared, "visibility": "shared"}),
        ("moves a moment", group.sam, "ArrangeMoment", {"about": moment, "lane": "a", "stage": "b"}),
        ("had that too", group.tess, "HadThatToo", {"about": moment}),
        ("accepts a moment", group.sam, "AcceptMoment", {"about": group.strange, "accept": True}),
        ("says that's it", group.sam, "SayThatsIt", {"experience": tale}),
        ("fifteen hundred waited for the teller", group.sam, "EndTellersTurn", {"experience": tale}),
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
        ("takes back a note that three are copies of", group.sam, "TakeBack", {"about": group.mine[7]}),
        ("covers what was covered already", group.sam, "CoverCopies", {"taken": 1}),
        ("masks a name in two hundred notes", group.sam, "MaskWords", {"passage": "Brightside"}),
        ("lifts all that one person covered", group.fay, "LiftVeilsOf", {"person": group.sam}),
        ("takes back what all hangs on", group.sam, "TakeBack", {"about": group.hub}),
        ("takes a whole story back", group.sam, "TakeBack", {"about": group.tale}),
        ("has their name taken out", group.sam, "ForgetMe", {}),
        ("removes who wrote most", group.fay, "RemovePerson", {"person": group.tess}),
        ("starts silence", group.fay, "StartSilence", {}),
        ("closes the flipchart", group.fay, "CloseFlipchart", {}),
        ("opens it again", group.fay, "ReopenFlipchart", {}),
    ]
