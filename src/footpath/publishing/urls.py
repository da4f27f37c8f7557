"""The outline's addresses."""

from django.urls import path

from footpath.publishing import views

urlpatterns = [
    path("w/<str:address>/outline", views.outline, name="outline"),
    path("w/<str:address>/outline.md", views.outline_markdown, name="outline-markdown"),
    path("w/<str:address>/record.jsonl", views.record, name="record"),
    path("w/<str:address>/outline/<str:token>", views.outline_outside, name="outline-outside"),
]
