"""The operator's pages at /admin/: who has an account and where, and what is stuck.
Nothing that people said.
"""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib import admin
from django.core.handlers.wsgi import WSGIRequest
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver

from footpath.accounts.models import Account
from footpath.mail.models import Letter
from footpath.organisations.models import Invitation, Membership, Organisation
from footpath.pages.accounts.account_changes import SharedRows
from footpath.pages.accounts.views import sign_out
from footpath.workshops.models import Workshop

OWN_DOORS = ("login", "password_change", "password_change_done")


class Administration(admin.AdminSite):
    """Django's administration, for operators who signed in as everybody does; for others
    there is no such page.
    """

    site_title = site_header = "Footpath, for its operator"
    index_title = "What this installation holds"
    enable_nav_sidebar = False

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Without a second way to sign in, and without passwords."""
        return [one for one in super().get_urls() if getattr(one, "name", None) not in OWN_DOORS]

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Not found for whoever is no operator."""
        inner = super().admin_view(view, cacheable)

        def asked(request: WSGIRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not self.has_permission(request):
                raise Http404
            return inner(request, *args, **kwargs)

        return asked

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Sign out, as everywhere."""
        return sign_out(request)

    def has_permission(self, request: HttpRequest) -> bool:
        """Operators only."""
        return (
            isinstance(request.user, Account) and request.user.is_active and request.user.is_staff
        )


class Only(admin.ModelAdmin):  # pyright: ignore[reportMissingTypeArgument]
    """Rows that the operator may look at; what may be changed, a subclass says."""

    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Things are made on their own pages."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Looking only."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Looking only."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """The site let operators in already."""
        return True

    def has_module_permission(self, request: HttpRequest) -> bool:
        """The site let operators in already."""
        return True


class ChangedRows(SharedRows, Only):
    """Rows that the operator may change and delete."""

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """The site let operators in already."""
        return True

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """The site let operators in already."""
        return True

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, Any, Any]:
        """How many things go with it, and not what they are called."""
        _, counts, forbidden, protected = super().get_deleted_objects(objs, request)
        return [str(one) for one in objs], counts, forbidden, protected


class Listed(Only):
    """Rows in a list alone: a page of their own would say what people called them."""

    list_display_links = None

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """With the account or the organisation to which it belongs."""
        return True

    def delete_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """There is none."""
        raise Http404

    def history_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """There is none."""
        raise Http404

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """There is none."""
        raise Http404


class AccountRows(ChangedRows):
    """Accounts: closing one, and making somebody an operator."""

    list_display = ("email", "name", "is_active", "is_staff", "created_at", "last_login")
    fields = ("email", "name", "is_active", "is_staff", "created_at", "last_login")
    readonly_fields = ("created_at", "last_login")
    search_fields = ("email", "name")

    def save_model(self, request: HttpRequest, obj: Account, form: Any, change: bool) -> None:
        """A changed address is the only one that lets them in: whatever did before ends,
        passkeys and sessions too.
        """
        obj.email = obj.email.lower()
        moved = change and not Account.objects.filter(pk=obj.pk, email=obj.email).exists()
        if moved:
            obj.set_unusable_password()  # every session holds what this was
        super().save_model(request, obj, form, change)
        EmailAddress.objects.filter(user=obj).exclude(email=obj.email).delete()
        if moved:
            SocialAccount.objects.filter(user=obj).delete()
            Authenticator.objects.filter(user=obj).delete()


class Organisations(ChangedRows):
    """Organisations."""

    list_display = ("name", "address", "time_zone", "created_at")
    fields = ("name", "address", "time_zone")
    search_fields = ("name",)


class Memberships(ChangedRows):
    """Who belongs where, so that an operator can give an organisation a steward."""

    list_display = ("organisation", "account", "role", "joined_at")
    fields = ("organisation", "account", "role")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """An organisation whose stewards are gone gets one here."""
        return True


class Invitations(Listed):
    """Invitations; their links are nobody's but the stewards'."""

    list_display = ("organisation", "role", "invited_at", "ends_at", "ended")


class Workshops(Listed):
    """Workshops, without what they are called."""

    list_display = ("pk", "organisation", "replayed", "created_at")
    list_select_related = ("policy__organisation",)

    @admin.display(description="organisation")
    def organisation(self, one: Workshop) -> str:
        """Whose it is."""
        return str(one.policy.organisation) if one.policy is not None else "by link alone"


class Letters(Listed):
    """Letters: how far each has come, and not to whom or what it says."""

    list_display = ("purpose", "state", "tries", "trouble", "due_at", "sent_at")
    list_filter = ("state", "purpose")


administration = Administration()
administration.register(Account, AccountRows)
administration.register(Organisation, Organisations)
administration.register(Membership, Memberships)
administration.register(Invitation, Invitations)
administration.register(Workshop, Workshops)
administration.register(Letter, Letters)
