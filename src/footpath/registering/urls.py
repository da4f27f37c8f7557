"""The addresses of registering."""

from django.urls import path

from footpath.registering import about_me, asked, mine, own_link, people, questions, views

urlpatterns = [
    path("w/<str:address>/register", views.register, name="register"),
    path("w/<str:address>/questions", questions.edit, name="questions"),
    path("w/<str:address>/people", people.people, name="people"),
    path("w/<str:address>/people/attendance.csv", people.attendance_csv, name="attendance-csv"),
    path("w/<str:address>/mine", mine.mine, name="mine"),
    path("w/<str:address>/mine/asked", asked.asked, name="mine-asked"),
    path("w/<str:address>/mine/everything", about_me.read, name="mine-everything"),
    path("w/<str:address>/mine/everything.json", about_me.take_away, name="mine-everything-json"),
    path("w/<str:address>/mine/erase", about_me.erase, name="mine-erase"),
    path("w/<str:address>/mine/change", mine.change, name="mine-change"),
    path("w/<str:address>/mine/calendar.ics", mine.calendar, name="mine-calendar"),
    path("w/<str:address>/mine/<str:token>/<int:id>", own_link.by_link, name="mine-link"),
]
