"""The room's addresses."""

from django.urls import path

from footpath.pages.room import health, similar, views

urlpatterns = [
    path("health", health.health, name="health"),
    path("w/<str:address>/room", views.room, name="room"),
    path("w/<str:address>/commands", views.commands, name="commands"),
    path("w/<str:address>/ticket", views.ticket, name="ticket"),
    path("w/<str:address>/similar", similar.similar_notes, name="similar"),
    path("w/<str:address>/wall/<str:token>", views.wall, name="wall"),
    path("w/<str:address>/wall/<str:token>/ticket", views.wall_ticket, name="wall-ticket"),
]
