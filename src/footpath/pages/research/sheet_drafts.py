"""The page on which a project's people write the next version of its information
sheet, and publish it.
"""

import hashlib
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from footpath.limits.uploads import takes_a_file
from footpath.meanwhile.form_parts import Fields, Rows
from footpath.meanwhile.sharing import Sharing, held
from footpath.meanwhile.shown_facts import Fact, is_as_opened, is_still
from footpath.pages.accounts.views import sent
from footpath.pages.buttons import button
from footpath.pages.private import page
from footpath.pages.research.project_forms import (
    LARGEST_PDF,
    SheetForm,
    StatementForm,
    statement_rows,
    stored_statements,
)
from footpath.pages.research.release_pages import project_at
from footpath.research import projects
from footpath.research.information_sheets import Project, Sheet, current_sheet

CHOOSE_AGAIN = "Choose the PDF again: a browser does not keep a file that was chosen."
LOOK_FIRST = (
    "It was changed after you opened the page. Look at it once more before you throw it away."
)


@takes_a_file(LARGEST_PDF)
@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, address: str) -> HttpResponse:
    """The version that is being written, and keeping it; there is always room for two
    statements more.
    """
    return _kept(request, address, publishes=False)


@takes_a_file(LARGEST_PDF)
@button
def publish(request: HttpRequest, address: str) -> HttpResponse:
    """Keep it, and publish it."""
    return _kept(request, address, publishes=True)


def _kept(request: HttpRequest, address: str, *, publishes: bool) -> HttpResponse:
    one, _ = project_at(request, address)
    with held(request, one) as kept:
        sheet = projects.draft_of(kept)
        sharing = _sharing(request, kept, sheet, publishes=publishes)
        form = SheetForm(sharing.data, request.FILES or None, instance=sheet)
        rows = statement_rows(sharing.data, sheet)
        if not (form.is_valid() and rows.is_valid() and sharing.is_settled):
            if form.is_bound and request.FILES and not form.has_error("pdf_file"):
                form.add_error("pdf_file", CHOOSE_AGAIN)
            return _drafted(request, kept, sharing, form, rows)
        sheet = form.save()
        projects.put_statements(
            sheet, [given for row in rows.forms if (given := row.given()) is not None]
        )
        sharing.keep(request.user)
        if not publishes:
            return sharing.kept(request, redirect("research-draft", address=address))
        try:
            projects.publish(
                sheet, form.cleaned_data["version"], form.covers_before(), timezone.now()
            )
        except projects.CannotPublish as no:
            return _drafted(request, kept, sharing, form, statement_rows(None, sheet), str(no))
    return sharing.kept(request, redirect("project", address=address))


def _sharing(request: HttpRequest, project: Project, sheet: Sheet, *, publishes: bool) -> Sharing:
    """What several people may have open. Publishing, and a file that takes the place of words,
    look at more of it.
    """
    data, form = sent(request), _form_of(project)
    sharing, facts = _as_stored(project, sheet, data), _facts(project, sheet)
    if data is not None:
        at_stake = [facts[0]] if publishes else []
        at_stake += [facts[1]] if request.FILES else []
        sharing.news += [
            one.sentence
            for one in at_stake
            if not is_still(form, data, one) and one.sentence not in sharing.news
        ]
    return sharing


def _as_stored(project: Project, sheet: Sheet, data: QueryDict | None) -> Sharing:
    return Sharing(_form_of(project), lambda: _parts(sheet), data, facts=_facts(project, sheet))


def _facts(project: Project, sheet: Sheet) -> tuple[Fact, Fact, Fact]:
    return _published(project), _read(sheet), _pdf(sheet)


def _form_of(project: Project) -> str:
    return f"sheet {project.pk}"


def _parts(sheet: Sheet) -> list[Fields | Rows]:
    """The number is given with publishing, a file each time anew, and neither is a field
    of what is stored.
    """
    fields = Fields(SheetForm(instance=sheet), frozenset({"pdf_file", "version", "changed"}))
    row, stored = StatementForm(), stored_statements(sheet)
    return [fields, Rows("s", row, stored, "key", ("text",), "A statement", "statements", most=60)]


def _published(project: Project) -> Fact:
    last = current_sheet(project)
    version = last.version if last is not None else ""
    return Fact(
        "published",
        version,
        f"Version {version} was published meanwhile. This is the draft of the one after.",
    )


def _pdf(sheet: Sheet) -> Fact:
    pdf = hashlib.sha256(bytes(sheet.pdf or b"")).hexdigest()
    return Fact(
        "pdf",
        pdf,
        "The PDF was changed meanwhile. What is written in the sheet takes its place.",
        "text",
    )


def _read(sheet: Sheet) -> Fact:
    content = hashlib.sha256(sheet.text.encode() + bytes(sheet.pdf or b"")).hexdigest()
    sentence = (
        "The sheet was changed meanwhile. Look at it before your PDF takes its place, and choose "
        "the file again."
    )
    return Fact("read", content, sentence, None)


def _drafted(
    request: HttpRequest,
    one: Project,
    sharing: Sharing,
    form: SheetForm,
    rows: Any,
    wrong: str = "",
) -> HttpResponse:
    context = {
        "project": one,
        "sharing": sharing,
        "form": form,
        "rows": rows,
        "wrong": wrong,
        "has_pdf": bool(form.instance.pdf),
        "is_first": current_sheet(one) is None,
        "is_kept": form.instance.pk is not None,
    }
    failed = wrong or form.errors or (rows.is_bound and not rows.is_valid())
    return page(request, "research/draft", context, 400 if failed else sharing.status)


@button
def drop_draft(request: HttpRequest, address: str) -> HttpResponse:
    """Throw the version away that is being written, as it was shown."""
    one, _ = project_at(request, address)
    with held(request, one) as kept:
        sheet = projects.draft_of(kept)
        if sheet.pk is None:
            return redirect("project", address=address)
        if is_as_opened(_form_of(kept), _parts(sheet), request.POST):
            sheet.delete()
            return redirect("project", address=address)
        sharing = _as_stored(kept, sheet, None)
        sharing.news.append(LOOK_FIRST)
        return _drafted(
            request, kept, sharing, SheetForm(instance=sheet), statement_rows(None, sheet)
        )
