"""The addresses of a person's own pages of the thread."""

from django.urls import path

from footpath.pages.tellers import opened, resting_lines, take_back

urlpatterns = [
    path("w/<str:address>/copies/<str:thing>", take_back.copies, name="copies"),
    path("w/<str:address>/mine/lines", resting_lines.overview, name="my-lines"),
    path("w/<str:address>/mine/lines/<int:line>", resting_lines.one, name="my-line"),
    path("w/<str:address>/mine/lines/<int:line>/meant", resting_lines.meant, name="my-line-meant"),
    path(
        "w/<str:address>/mine/lines/<int:line>/not-quite",
        resting_lines.not_quite,
        name="my-line-not-quite",
    ),
    path(
        "w/<str:address>/mine/lines/<int:line>/leave-out",
        resting_lines.leave_out,
        name="my-line-leave-out",
    ),
    path(
        "w/<str:address>/mine/lines/<int:line>/take-away",
        resting_lines.take_away,
        name="my-line-take-away",
    ),
    path("w/<str:address>/mine/opened", opened.opened, name="my-opened"),
    path("w/<str:address>/mine/take-back/<str:thing>", take_back.take_back, name="take-back"),
]
