"""The addresses of convening: making a notice, writing it, moving it on, and what leads people to it."""

from django.urls import path

from footpath.notices import convening, views

urlpatterns = [
    path("p/<str:address>/new", convening.new_notice, name="new-notice"),
    path("w/<str:address>/announce", convening.announce, name="announce"),
    path("w/<str:address>/notice", views.notice, name="notice"),
    path("w/<str:address>/publish", views.publish, name="publish"),
    path("w/<str:address>/cancel", views.cancel, name="cancel"),
    path("w/<str:address>/close", views.close, name="close"),
    path("w/<str:address>/share", views.share, name="share"),
    path("w/<str:address>/print", views.printed, name="print"),
    path("w/<str:address>/calendar.ics", views.calendar, name="calendar"),
    path("o/<slug:address>/calendar.ics", views.feed, name="feed"),
]
