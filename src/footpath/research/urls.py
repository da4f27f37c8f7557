"""Research's addresses."""

from django.urls import path

from footpath.research import keeping_back, views

urlpatterns = [
    path("w/<str:address>/research", views.answer, name="research-answer"),
    path("w/<str:address>/research/keep-back", keeping_back.door, name="research-keep-back"),
]
