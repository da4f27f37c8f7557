"""Research's addresses."""

from django.urls import path

from footpath.pages.research import (
    agreeing,
    consent_pages,
    my_words,
    my_words_buttons,
    paper,
    paraphrases_page,
    project_pages,
    release_pages,
    replayed,
    sheet_drafts,
    sheet_page,
    taking_a_copy,
)

urlpatterns = [
    path("o/<slug:address>/research", agreeing.research, name="organisation-research"),
    path("o/<slug:address>/research/agree", agreeing.agree, name="organisation-agree"),
    path("o/<slug:address>/research/new", agreeing.set_up, name="organisation-set-up-project"),
    path("o/<slug:address>/releases", release_pages.of_organisation, name="organisation-releases"),
    path("r/<str:address>", project_pages.project, name="project"),
    path("r/<str:address>/draft", sheet_drafts.draft, name="research-draft"),
    path("r/<str:address>/draft/publish", sheet_drafts.publish, name="research-draft-publish"),
    path("r/<str:address>/draft/drop", sheet_drafts.drop_draft, name="research-draft-drop"),
    path("r/<str:address>/named", project_pages.named, name="project-named"),
    path("r/<str:address>/people", project_pages.let_in, name="project-let-in"),
    path("r/<str:address>/people/<int:id>", project_pages.let_go, name="project-let-go"),
    path("r/<str:address>/register", release_pages.register, name="release-register"),
    path("r/<str:address>/releases", release_pages.releases, name="releases"),
    path("r/<str:address>/releases/<str:release>", release_pages.release, name="release"),
    path(
        "r/<str:address>/releases/<str:release>/decide", release_pages.decide, name="release-decide"
    ),
    path(
        "r/<str:address>/releases/<str:release>/decide/rest",
        release_pages.mask_the_rest,
        name="release-mask-the-rest",
    ),
    path(
        "r/<str:address>/releases/<str:release>/deleted/<int:recall>",
        release_pages.deleted,
        name="release-deleted",
    ),
    path("r/<str:address>/releases/<str:release>/files", release_pages.fetch, name="release-files"),
    path(
        "r/<str:address>/releases/<str:release>/refuse", release_pages.refuse, name="release-refuse"
    ),
    path(
        "r/<str:address>/releases/<str:release>/let-go", release_pages.let_go, name="release-let-go"
    ),
    path("r/<str:address>/sheet", sheet_page.read, name="research-sheet"),
    path("w/<str:address>/contributes", agreeing.contributing, name="contributing"),
    path("w/<str:address>/mine/words", my_words.my_words, name="my-words"),
    path(
        "w/<str:address>/mine/words/<str:thing>/reword",
        my_words_buttons.reword,
        name="my-words-reword",
    ),
    path(
        "w/<str:address>/mine/words/<str:thing>/reasons/<int:place>/reword",
        my_words_buttons.reword_reason,
        name="my-words-reword-reason",
    ),
    path(
        "w/<str:address>/mine/words/<str:thing>/reasons/<int:place>/take-back",
        my_words_buttons.take_reason_back,
        name="my-words-take-reason-back",
    ),
    path(
        "w/<str:address>/mine/words/<str:thing>/paraphrases/<int:paraphrase>/accept",
        my_words_buttons.accept,
        name="my-words-accept",
    ),
    path(
        "w/<str:address>/mine/words/<str:thing>/paraphrases/<int:paraphrase>/decline",
        my_words_buttons.decline,
        name="my-words-decline",
    ),
    path("w/<str:address>/research", consent_pages.overview, name="research"),
    path("w/<str:address>/research/keep-back", my_words_buttons.keep, name="research-keep-back"),
    path("w/<str:address>/research/paper", paper.paper, name="research-paper"),
    path(
        "w/<str:address>/research/paraphrases",
        paraphrases_page.paraphrases,
        name="research-paraphrases",
    ),
    path("w/<str:address>/research/replayed", replayed.replayed, name="research-replayed"),
    path("w/<str:address>/research/<str:project>", consent_pages.project, name="research-project"),
    path(
        "w/<str:address>/research/<str:project>/answer",
        consent_pages.answer,
        name="research-answer",
    ),
    path(
        "w/<str:address>/research/<str:project>/back/<int:number>",
        consent_pages.back,
        name="research-back",
    ),
    path(
        "w/<str:address>/research/<str:project>/withdraw",
        consent_pages.withdraw,
        name="research-withdraw",
    ),
    path("w/<str:address>/research/<str:project>/copy", taking_a_copy.copy, name="research-copy"),
]
