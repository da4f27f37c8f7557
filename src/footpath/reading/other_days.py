"""Days that a notice names and on which nobody meets: deadlines, and days of something else."""

import re

from footpath.reading.dates import Day

_NOT_A_SITTING = re.compile(
    r"\b(?:by(?! on\b)|before|deadline|closes?(?: on)?|closing(?: date)?|due|no later than|not "
    r"later than|until|till|latest|since|"
    r"adopted|agreed|approved|founded|established|registered|incorporated|published|posted|updated|"
    r"modified|written|dated|sent|"
    r"created|passed|ratified|last|previous|after|minutes|notes|launched|held|met|review(?:ed)?|"
    r"started|version|valid|rsvp)"
    r"(?:\s(?:by|on|at|in|of|is|was|the|from|end|between|us|for|date|meeting|agm|session|"
    r"workshop)){0,3}[\s:(,]{0,2}$",
    re.IGNORECASE,
)
_NOT_A_SITTING_ELSEWHERE = re.compile(
    r"\b(?:bis(?:\szum)?|vor(?:\sdem)?|spätestens|seit(?:\sdem)?|anmeldeschluss|stand|frist|"
    r"veröffentlicht|beschlossen|avant|jusqu'au|au plus tard|d'ici|depuis|date limite|publié|"
    r"adopté|clôture|antes|hasta|a más tardar|fecha límite|plazo|desde|publicado|aprobado|"
    r"cyn|erbyn|hyd at|tan|dyddiad cau|ers|cyhoeddwyd|penderfynwyd)"
    r"(?:\s(?:am|zum|den|dem|der|ist|le|du|de|del|el|es|est|dydd|yw|anmeldung|anmeldungen|evening|"
    r"morning|afternoon)){0,4}[\s:(,]{0,2}$",
    re.IGNORECASE,
)
_OF_PAPERS = re.compile(
    r"\b(?:deadline|closing date|last day|anmeldeschluss|date limite|fecha límite|dyddiad "
    r"cau)\b[^.!?\n]{0,50}[:\s]$|\b(?:papers?|documents?|agendas?|slides|minutes|recordings?|"
    r"materials?|everything|leaflets?|tickets|booking|registration|unterlagen|dokumente|"
    r"aufzeichnung|documentos|grabación|enregistrement|compte[- ]rendu|papurau|dogfennau|"
    r"recordiad)\b[^.!?\n]{0,60}\b(?:from|on|by|ab|am|dès|à partir du|le|desde|el|o|ar)\s(?:le |el "
    r")?$",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:decided|resolved|voted|beschloss\w*|entschied\w*|(?:a|ont) (?:décidé|voté|adopté)|"
    r"decidió|acordó|aprobó|b?penderfynodd|cytunodd)\b[^.!?\n]{0,60}$",
    re.IGNORECASE,
)
_AFTER_A_DEADLINE = re.compile(
    r"^[\s,(:-]{0,3}(?:is|was)?\s?(?:the\s)?(?:deadline|closing date|latest|at the latest|is the "
    r"last day)",
    re.I,
)


def of_a_sitting(text: str, day: Day) -> bool:
    """Whether the day is not a deadline's, nor one on which something else was or will be."""
    before = text[max(0, day.whole[0] - 60) : day.whole[0]].rpartition("\n")[2]
    before = re.split(r"[.!?;]\s", before)[-1]
    return not (
        _NOT_A_SITTING.search(before)
        or _NOT_A_SITTING_ELSEWHERE.search(before)
        or _DECIDED.search(before)
        or _OF_PAPERS.search(before)
        or _AFTER_A_DEADLINE.match(text[day.whole[1] : day.whole[1] + 30])
    )
