"""The organisers' own questions go along when an earlier workshop is taken as a pattern."""

from convening import Convening

from footpath.notices.new_notices import from_earlier
from footpath.registering.models import Question


def test_W17_a_duplicate_asks_the_same_questions_and_leaves_the_earlier_ones(
    convening: Convening,
) -> None:
    earlier = convening.published()
    Question.objects.create(
        workshop=earlier.workshop, text="Will you eat with us?", kind="yes/no", required=True
    )
    later = from_earlier(convening.policy, convening.sorrel, "again", earlier)
    asked = [
        (one.text, one.kind, one.required)
        for one in Question.objects.filter(workshop=later.workshop)
    ]
    assert asked == [("Will you eat with us?", "yes/no", True)]
    assert Question.objects.filter(workshop=earlier.workshop).count() == 1
