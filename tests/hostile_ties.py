"""What anybody might do where hundreds of things are tied, on which dozens of others rest."""

from hostile_histories import Act, Hostile


def tying(group: Hostile) -> list[Act]:
    """Hundreds of things, on which dozens of others rest, are tied once more, and looked
    at for every reason.
    """
    tied, aims, values = group.tied, group.aims, group.shared_values
    reflection = {"kind": "liked", "text": "Good", "about": group.mine[:400]}
    return [
        ("reflects on hundreds", group.tess, "WriteReflection", reflection),
        ("hears a value in hundreds", group.fay, "AddValue", {"name": "Care", "heard_in": tied}),
        ("backs a value anew", group.fay, "BackValue", {"about": values[0], "heard_in": tied}),
        ("marks a tension", group.tess, "MarkTension", {"about": values[0], "other": values[1]}),
        (
            "recognises a value",
            group.sam,
            "RecogniseValue",
            {"about": values[0], "recognised": True},
        ),
        ("adds an aim", group.kit, "AddAim", {"text": "Fair pay", "rests_on": tied}),
        ("keeps an aim", group.kit, "KeepAim", {"about": aims[0], "rests_on": tied}),
        (
            "changes an aim",
            group.fay,
            "ChangeAim",
            {"about": aims[0], "text": "Fairer", "rests_on": tied},
        ),
        (
            "says why an aim was changed",
            group.kit,
            "GiveReason",
            {"about": aims[0], "choice": "change", "reason": "Heard often", "rests_on": tied},
        ),
        ("drops an aim", group.kit, "DropAim", {"about": aims[1]}),
        ("leaves an aim open", group.kit, "LeaveAimOpen", {"about": aims[2]}),
        ("takes a position", group.tess, "TakePosition", {"about": aims[2], "text": "No"}),
    ]


def tying_steps(group: Hostile) -> list[Act]:
    """Steps are tied to hundreds of things, untied and moved."""
    tied, aims, steps = group.tied, group.aims, group.steps
    return [
        (
            "adds a step",
            group.kit,
            "AddElement",
            {"kind": "wait", "text": "W", "answers": tied, "serves": aims[:3]},
        ),
        (
            "unties hundreds",
            group.kit,
            "TieThread",
            {"about": steps[0], "answers": tied, "untie": True},
        ),
        ("ties them again", group.kit, "TieThread", {"about": steps[0], "answers": tied}),
        ("moves a step", group.kit, "Reorder", {"about": steps[0], "before": steps[5]}),
        (
            "turns a step",
            group.kit,
            "ArrangeElement",
            {"about": steps[1], "kind": "wait", "lane": "a", "stage": ""},
        ),
    ]


def resting(group: Hostile) -> list[Act]:
    """Words on which dozens of lines rest are changed, and the lines say so."""
    steps, values = group.steps, group.shared_values
    return [
        (
            "rewords what dozens rest on",
            group.sam,
            "Reword",
            {"about": group.mine[1], "text": "a", "version": 1},
        ),
        ("keeps a line", group.kit, "KeepLine", {"about": values[2]}),
        (
            "is left out of a line",
            group.sam,
            "AnswerLine",
            {"about": values[3], "answer": "leave_out"},
        ),
        (
            "rewords it again",
            group.sam,
            "Reword",
            {"about": group.mine[1], "text": "Others", "version": 2},
        ),
        (
            "says ways",
            group.kit,
            "SayWays",
            {"about": steps[2], "ways": [{"label": "yes", "to": steps[3]}] * 20},
        ),
    ]


def taking_off(group: Hostile) -> list[Act]:
    """What is tied to hundreds is taken off, parked or moved, and brought back."""
    tied, aims, steps, values = group.tied, group.aims, group.steps, group.shared_values
    return [
        ("deletes a value", group.kit, "Delete", {"about": values[4]}),
        ("brings it back", group.kit, "BringBack", {"about": values[4]}),
        ("deletes a step", group.kit, "Delete", {"about": steps[4]}),
        ("deletes an aim", group.kit, "Delete", {"about": aims[4]}),
        (
            "parks a reflection",
            group.tess,
            "Park",
            {"about": group.reflections[0], "reason": "Later"},
        ),
        ("takes it up again", group.tess, "Unpark", {"about": group.reflections[0]}),
        (
            "parks what dozens rest on",
            group.tess,
            "Park",
            {"about": group.mine[2], "reason": "Later"},
        ),
        (
            "moves it on hundreds",
            group.fay,
            "MoveNote",
            {"about": group.mine[900], "phase": "reflect", "on": tied},
        ),
        (
            "leaves a reflection unnamed",
            group.tess,
            "StayUnnamed",
            {"about": group.reflections[0], "unnamed": True},
        ),
        ("takes a reflection back", group.tess, "TakeBack", {"about": group.reflections[2]}),
    ]
