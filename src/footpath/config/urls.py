"""Every address that Footpath answers, by the part that answers it."""

from django.urls import include, path

from footpath.pages.accounts.administration import administration

urlpatterns = [
    path("", include("footpath.pages.accounts.urls")),
    path("", include("footpath.pages.organisations.urls")),
    path("admin/", administration.urls),
    path("", include("footpath.pages.workshops.urls")),
    # before an own page's link, which it looks like
    path("", include("footpath.pages.tellers.urls")),
    path("", include("footpath.pages.registering.urls")),
    path("", include("footpath.pages.room.urls")),
    path("", include("footpath.pages.publishing.urls")),
    path("", include("footpath.pages.research.urls")),
    path("", include("footpath.pages.mail.urls")),
    path("", include("footpath.pages.notices.urls")),
]

handler400 = "footpath.pages.failing.bad_request"
handler404 = "footpath.pages.failing.not_found"
handler429 = "footpath.pages.failing.too_many"
handler500 = "footpath.pages.failing.server_fault"
