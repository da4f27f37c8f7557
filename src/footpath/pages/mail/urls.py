"""The addresses of mail: the demonstration's page, and where a provider reports, if
one was set up to.
"""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from footpath.pages.mail import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("mails", views.mails, name="mails"),
    path("mails/<str:name>", views.one, name="mail"),
    path("mails/<str:name>/page", views.page, name="mail-page"),
    path("mails/<str:name>/<int:number>", views.file, name="mail-file"),
]
if settings.MAIL.provider.get("WEBHOOK_SECRET"):
    urlpatterns.append(path("mail/reports/", include("anymail.urls")))
