"""Hours that are none of a sitting: of doors and breaks, and other things with a number."""

import re

NOT_OF_A_SITTING = re.compile(
    r"(?:[£$€]\s?[\d.,]*\s?(?:-|to)?\s?|\b(?:tel|telephone|phone|call|ring|dial|mobile|fax|office|"
    r"open(?:s|ing)?|doors?|arrivals?|arrive|"
    r"lunch|breaks?|tea|coffee|deadline|meeting id|passcode|password|pin|code|id|room|floor|steps?|"
    r"stages?|page|pages|chapter|section|"
    r"version|no|number|ages?|aged|item|items|by|before|no later than|not later than|log in|join "
    r"from|set-?up|sound check|train|bus|"
    r"principle|phase|part|unit|points?|article|clause|rule|flat|desk|box|ext)"
    r"(?: (?:at|from|is|us|on|open|opens|for|served|between|hours|number|the|of|will|be|"
    r"closes?)){0,3}\s?[:.(-]?\s?)$",
    re.IGNORECASE,
)
