"""The addresses of a person's own pages of the thread."""

from django.urls import path

from footpath.tellers import lines, opened, taking_back

urlpatterns = [
    path("w/<str:address>/copies/<str:thing>", taking_back.copies, name="copies"),
    path("w/<str:address>/mine/lines", lines.overview, name="my-lines"),
    path("w/<str:address>/mine/lines/<int:line>", lines.one, name="my-line"),
    path("w/<str:address>/mine/opened", opened.opened, name="my-opened"),
    path("w/<str:address>/mine/take-back/<str:thing>", taking_back.take_back, name="take-back"),
]
