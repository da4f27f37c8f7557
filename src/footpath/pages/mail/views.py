"""The demonstration's page of mails, and what providers report about mails that they took."""

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET

from footpath.mail import kept_mails


def _ensure_demo() -> None:
    if not settings.MAIL.is_demo:
        raise Http404


def _mail(name: str) -> kept_mails.Kept:
    _ensure_demo()
    mail = kept_mails.mail_named(name)
    if mail is None:
        raise Http404
    return mail


@require_GET
def mails(request: HttpRequest) -> HttpResponse:
    """Every mail that this demonstration would have sent."""
    _ensure_demo()
    response = render(request, "mail/mails.html", {"mails": kept_mails.mails()})
    add_never_cache_headers(response)
    return response


@require_GET
@csp_replace({"frame-src": ["'self'"]})  # pyright: ignore[reportArgumentType]
def one(request: HttpRequest, name: str) -> HttpResponse:
    """One mail, as its reader has it."""
    mail = _mail(name)
    files = [(number, file) for number, (file, _) in enumerate(mail.files())]
    return render(
        request, "mail/one.html", {"mail": mail, "plain": mail.body("plain"), "files": files}
    )


@require_GET
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": ["'self'"], "style-src": ["'unsafe-inline'"]})  # pyright: ignore[reportArgumentType]
def page(request: HttpRequest, name: str) -> HttpResponse:
    """The mail's HTML alone, for the frame of its page; its links open in the whole window."""
    html = _mail(name).body("html").replace("<head>", '<head><base target="_top">', 1)
    return HttpResponse(html)


@require_GET
def file(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Something that is attached."""
    files = _mail(name).files()
    if number >= len(files):
        raise Http404
    response = HttpResponse(files[number][1], content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{files[number][0]}"'
    return response
