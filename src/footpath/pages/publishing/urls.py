"""The outline's addresses."""

from django.urls import path

from footpath.pages.publishing import narrowing, views

urlpatterns = [
    path("w/<str:address>/outline", views.outline, name="outline"),
    path("w/<str:address>/outline.md", views.outline_markdown, name="outline-markdown"),
    path("w/<str:address>/record.jsonl", views.record, name="record"),
    path("w/<str:address>/outline/keep/<int:line>", views.keep, name="outline-keep"),
    path("w/<str:address>/outline/members", views.outline_members, name="outline-members"),
    path(
        "w/<str:address>/outline/members.md",
        views.outline_members_markdown,
        name="outline-members-markdown",
    ),
    path("w/<str:address>/outline/opened", narrowing.opened, name="outline-opened"),
    path(
        "w/<str:address>/outline/<str:token>.md",
        views.outline_outside_markdown,
        name="outline-outside-markdown",
    ),
    path("w/<str:address>/outline/<str:token>", views.outline_outside, name="outline-outside"),
]
