"""Research's addresses."""

from django.urls import path

from footpath.research import (
    agreeing,
    asking_pages,
    my_words,
    paper,
    paraphrasing,
    project_pages,
    release_pages,
    replayed,
    sheet_drafts,
    sheet_page,
    taking_a_copy,
)

urlpatterns = [
    path("o/<slug:address>/research", agreeing.research, name="organisation-research"),
    path("o/<slug:address>/releases", release_pages.of_organisation, name="organisation-releases"),
    path("r/<str:address>", project_pages.project, name="project"),
    path("r/<str:address>/draft", sheet_drafts.draft, name="research-draft"),
    path("r/<str:address>/draft/drop", sheet_drafts.drop_draft, name="research-draft-drop"),
    path("r/<str:address>/named", project_pages.named, name="project-named"),
    path("r/<str:address>/people", project_pages.let_in, name="project-let-in"),
    path("r/<str:address>/people/<int:id>", project_pages.let_go, name="project-let-go"),
    path("r/<str:address>/register", release_pages.register, name="release-register"),
    path("r/<str:address>/releases", release_pages.releases, name="releases"),
    path("r/<str:address>/releases/<str:release>", release_pages.release, name="release"),
    path("r/<str:address>/releases/<str:release>/decide", release_pages.decide, name="release-decide"),
    path("r/<str:address>/releases/<str:release>/deleted", release_pages.deleted, name="release-deleted"),
    path("r/<str:address>/releases/<str:release>/files", release_pages.fetch, name="release-files"),
    path("r/<str:address>/releases/<str:release>/review", release_pages.review, name="release-review"),
    path("r/<str:address>/sheet", sheet_page.read, name="research-sheet"),
    path("w/<str:address>/contributes", agreeing.contributing, name="contributing"),
    path("w/<str:address>/mine/words", my_words.my_words, name="my-words"),
    path("w/<str:address>/research", asking_pages.overview, name="research"),
    path("w/<str:address>/research/keep-back", my_words.keep, name="research-keep-back"),
    path("w/<str:address>/research/paper", paper.paper, name="research-paper"),
    path("w/<str:address>/research/paraphrases", paraphrasing.paraphrases, name="research-paraphrases"),
    path("w/<str:address>/research/replayed", replayed.replayed, name="research-replayed"),
    path("w/<str:address>/research/<str:project>", asking_pages.project, name="research-project"),
    path("w/<str:address>/research/<str:project>/copy", taking_a_copy.copy, name="research-copy"),
]
