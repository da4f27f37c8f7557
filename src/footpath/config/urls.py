"""Every address that Footpath answers, by the part that answers it."""

from django.urls import include, path

from footpath.accounts.administration import administration

urlpatterns = [
    path("", include("footpath.accounts.urls")),
    path("", include("footpath.organisations.urls")),
    path("admin/", administration.urls),
    path("", include("footpath.workshops.urls")),
    path("", include("footpath.tellers.urls")),  # before an own page's link, which it looks like
    path("", include("footpath.registering.urls")),
    path("", include("footpath.room.urls")),
    path("", include("footpath.publishing.urls")),
    path("", include("footpath.research.urls")),
    path("", include("footpath.mail.urls")),
    path("", include("footpath.notices.urls")),
]

handler400 = "footpath.workshops.failing.bad_request"
handler404 = "footpath.workshops.failing.not_found"
handler429 = "footpath.workshops.failing.too_many"
handler500 = "footpath.workshops.failing.server_fault"
