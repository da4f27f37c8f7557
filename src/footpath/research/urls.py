"""Research's addresses."""

from django.urls import path

from footpath.research import views

urlpatterns = [path("w/<str:address>/research", views.answer, name="research-answer")]
