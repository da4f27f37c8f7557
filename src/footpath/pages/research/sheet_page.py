"""An information sheet, to be read by whoever is asked or thinks of coming: any version that
was ever published.
"""

import nh3
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

from footpath.research import windows
from footpath.research.information_sheets import Project, published

_markdown = MarkdownIt("commonmark", {"html": False}).enable("table")


@require_safe
def read(request: HttpRequest, address: str) -> HttpResponse:
    """The version that is asked for, or the one of now; a PDF as it is."""
    project = Project.objects.filter(address=address).first()
    if project is None:
        raise Http404
    versions, version = published(project), request.GET.get("version")
    sheet = versions.last() if version is None else versions.filter(version=version).first()
    if sheet is None:
        raise Http404
    if sheet.pdf:
        response = HttpResponse(bytes(sheet.pdf), content_type="application/pdf")
        response["Content-Disposition"] = 'inline; filename="information-sheet.pdf"'
        return response
    context = {
        "project": project,
        "sheet": sheet,
        "text": nh3.clean(_markdown.render(sheet.text)),
        "newest": versions.last(),
        "versions": versions,
        "days": windows.in_general(sheet),
    }
    return render(request, "research/sheet.html", context)
