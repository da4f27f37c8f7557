"""The addresses of convening: making a notice, writing it, moving it on, and what
leads people to it.
"""

from django.urls import path

from footpath.pages.notices import convening, notice_form, views

urlpatterns = [
    path("p/<str:address>/new", convening.new_notice, name="new-notice"),
    path("w/<str:address>/announce", convening.announce, name="announce"),
    path("w/<str:address>/notice", notice_form.notice, name="notice"),
    path("w/<str:address>/notice/publish", notice_form.keep_and_publish, name="notice-publish"),
    path("w/<str:address>/notice/answers/<int:number>", notice_form.answer, name="notice-answer"),
    path(
        "w/<str:address>/notice/guesses/<str:choice>", notice_form.take_guess, name="notice-guess"
    ),
    path("w/<str:address>/notice/<str:rows>/add", notice_form.add_row, name="notice-add"),
    path(
        "w/<str:address>/notice/<str:rows>/<int:number>/take-out",
        notice_form.take_row_out,
        name="notice-take-out",
    ),
    path("w/<str:address>/publish", notice_form.publish, name="publish"),
    path("w/<str:address>/cancel", views.cancel, name="cancel"),
    path("w/<str:address>/close", views.close, name="close"),
    path("w/<str:address>/share", views.share, name="share"),
    path("w/<str:address>/print", views.printed, name="print"),
    path("w/<str:address>/calendar.ics", views.calendar, name="calendar"),
    path("o/<slug:address>/calendar.ics", views.feed, name="feed"),
]
