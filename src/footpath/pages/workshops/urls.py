"""The addresses of the pages on the way in."""

from django.urls import path

from footpath.pages.workshops import own_links, rehearsals, role_links, run_sheet, views

urlpatterns = [
    path("make", views.make, name="make"),
    path("code", views.code, name="code"),
    path("w/<str:address>", views.public, name="public"),
    path("w/<str:address>/join/<str:token>", views.join, name="join"),
    path("w/<str:address>/join/<str:token>/door", views.door, name="door"),
    path("w/<str:address>/keep", own_links.keep, name="keep"),
    path("w/<str:address>/me/<str:token>/<int:person>", own_links.me, name="me"),
    path("w/<str:address>/leave", views.leave, name="leave"),
    path("w/<str:address>/rehearse", rehearsals.rehearse, name="rehearse"),
    path("w/<str:address>/rehearse/begin", rehearsals.begin_of, name="begin-rehearsal"),
    path("o/<slug:address>/rehearse", rehearsals.rehearse_first, name="rehearse-first"),
    path("o/<slug:address>/rehearse/begin", rehearsals.begin_first, name="begin-first"),
    path("w/<str:address>/throw-away", rehearsals.about_to_throw_away, name="throw-away"),
    path("w/<str:address>/throw-away/for-good", rehearsals.throw_it_away, name="throw-it-away"),
    path("w/<str:address>/links", role_links.links, name="links"),
    path("w/<str:address>/run-sheet", run_sheet.run_sheet, name="run-sheet"),
    path("w/<str:address>/links/expected", role_links.expect, name="expect"),
    path("w/<str:address>/links/<str:role>/change", role_links.change, name="change-link"),
    path("w/<str:address>/made/<str:token>", role_links.links_of_host, name="links-of-host"),
]
