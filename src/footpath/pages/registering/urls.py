"""The addresses of registering."""

from django.urls import path

from footpath.pages.registering import (
    about_me,
    asked,
    mine,
    mine_buttons,
    own_link,
    people_buttons,
    people_page,
    questions,
    views,
)

urlpatterns = [
    path("w/<str:address>/register", views.register, name="register"),
    path("w/<str:address>/questions", questions.edit, name="questions"),
    path("w/<str:address>/people", people_page.people, name="people"),
    path(
        "w/<str:address>/people/attendance.csv", people_page.attendance_csv, name="attendance-csv"
    ),
    path("w/<str:address>/people/add", people_buttons.add, name="people-add"),
    path("w/<str:address>/people/ask/<str:who>", people_buttons.ask, name="people-ask"),
    path("w/<str:address>/people/came", people_buttons.came, name="people-came"),
    path(
        "w/<str:address>/people/letters/<int:letter>/again",
        people_buttons.send_again,
        name="people-send-again",
    ),
    path("w/<str:address>/people/not-coming", people_buttons.not_coming, name="people-not-coming"),
    path("w/<str:address>/people/places", people_buttons.places, name="people-places"),
    path(
        "w/<str:address>/people/<int:registration>/address",
        people_buttons.correct_address,
        name="people-address",
    ),
    path("w/<str:address>/mine", mine.mine, name="mine"),
    path("w/<str:address>/mine/come", mine_buttons.come, name="mine-come"),
    path("w/<str:address>/mine/stay-away", mine_buttons.stay_away, name="mine-stay-away"),
    path("w/<str:address>/mine/join", mine_buttons.join, name="mine-join"),
    path("w/<str:address>/mine/came-in", mine_buttons.came_in, name="mine-came-in"),
    path("w/<str:address>/mine/registered", mine_buttons.registered, name="mine-registered"),
    path("w/<str:address>/mine/change-link", mine_buttons.change_link, name="mine-change-link"),
    path("w/<str:address>/mine/leave", mine_buttons.leave, name="mine-leave"),
    path("w/<str:address>/mine/asked", asked.asked, name="mine-asked"),
    path("w/<str:address>/mine/asked/rather-not", asked.rather_not, name="mine-rather-not"),
    path("w/<str:address>/mine/everything", about_me.read, name="mine-everything"),
    path("w/<str:address>/mine/everything.json", about_me.take_away, name="mine-everything-json"),
    path("w/<str:address>/mine/erase", about_me.erase, name="mine-erase"),
    path("w/<str:address>/mine/change", mine.change, name="mine-change"),
    path("w/<str:address>/mine/calendar.ics", mine.calendar, name="mine-calendar"),
    path("w/<str:address>/mine/<str:token>/<int:id>", own_link.by_link, name="mine-link"),
    path(
        "w/<str:address>/mine/<str:token>/<int:id>/here",
        own_link.have_it_here,
        name="mine-link-here",
    ),
    path("w/<str:address>/mine/<str:token>/<int:id>/both", own_link.both, name="mine-link-both"),
]
