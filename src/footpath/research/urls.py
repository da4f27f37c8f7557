"""Research's addresses."""

from django.urls import path

from footpath.research import asking_pages, keeping_back, paper, taking_a_copy

urlpatterns = [
    path("w/<str:address>/research", asking_pages.overview, name="research"),
    path("w/<str:address>/research/keep-back", keeping_back.door, name="research-keep-back"),
    path("w/<str:address>/research/paper", paper.paper, name="research-paper"),
    path("w/<str:address>/research/<str:project>", asking_pages.project, name="research-project"),
    path("w/<str:address>/research/<str:project>/copy", taking_a_copy.copy, name="research-copy"),
]
