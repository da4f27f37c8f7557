"""The addresses of the first page, of organisations, their members and their policies."""

from django.urls import path

from footpath.pages.organisations import first_run, members, policies, views

urlpatterns = [
    path("", views.front, name="front"),
    path("setup", first_run.first_run, name="setup"),
    path("organisations/new", views.new_organisation, name="new-organisation"),
    path("o/<slug:address>", views.home, name="organisation"),
    path("o/<slug:address>/settings", views.settings_of, name="organisation-settings"),
    path("o/<slug:address>/members", members.members, name="members"),
    path("o/<slug:address>/members/<int:id>", members.change_place, name="change-place"),
    path("o/<slug:address>/leave", members.leave, name="leave-organisation"),
    path("o/<slug:address>/invitations", members.invite, name="invite"),
    path("o/<slug:address>/invitations/<int:id>", members.take_back, name="take-back-invitation"),
    path("o/<slug:address>/policies/new", policies.new_policy, name="new-policy"),
    path("o/<slug:address>/take-in", views.take_in, name="take-in"),
    path("p/<str:address>", policies.policy, name="policy"),
    path("p/<str:address>/edit", policies.edit_policy, name="edit-policy"),
    path("invitation/<int:id>/<str:token>", members.invitation, name="invitation"),
]
