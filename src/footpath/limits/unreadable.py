"""What no page can make sense of, and a database may choke on: it is refused once here, for
every address and form.
"""

import codecs
import re
from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from footpath.method.words.words import pasted

_IN_NO_ADDRESS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
_IN_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
"""People paste tabs, line ends and other controls without seeing them; these two kinds nothing
that one types makes.
"""
LARGEST_NUMBER = 2**63 - 1


class Unreadable:
    """Before whatever looks something up: an address is not found, a field is a bad request, a
    cookie is not there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand before it."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what can be read.

        Raises:
            Http404: for an address.
            BadRequest: for what is asked behind it.
        """
        if _IN_NO_ADDRESS.search(request.path_info):
            raise Http404
        if codecs.lookup(request.encoding or "utf-8").name != "utf-8":
            raise BadRequest("A form is sent in another encoding than its page has.")
        for name, value in list(request.COOKIES.items()):
            if _IN_NO_TEXT.search(name + value):
                del request.COOKIES[name]
        _read(pair for name, values in request.GET.lists() for pair in (name, *values))
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, given: dict[str, Any]
    ) -> None:
        """Look at what stands in the address and in the form, once it is clear whose they are.

        Raises:
            Http404: for a number that no database holds.
            BadRequest: for a field.
        """
        if any(isinstance(value, int) and value > LARGEST_NUMBER for value in given.values()):
            raise Http404
        if request.method == "POST":
            request.POST = _pasted(request.POST)  # pyright: ignore[reportAttributeAccessIssue]
            _read(one for name, values in request.POST.lists() for one in (name, *values))


def _pasted(given: QueryDict) -> QueryDict:
    """A form whose lines end as everywhere, from whatever program its words come; otherwise
    words stick together.
    """
    if all(pasted(one) == one for _, values in given.lists() for one in values):
        return given
    made = given.copy()
    for name, values in given.lists():
        made.setlist(name, [pasted(one) for one in values])
    return made


def _read(texts: Iterable[Any]) -> None:
    if any(_IN_NO_TEXT.search(str(text)) for text in texts):
        raise BadRequest("There is something in a field that is no text.")
