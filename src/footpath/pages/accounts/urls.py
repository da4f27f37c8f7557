"""The addresses of signing in. Of the library's pages those are routed that are used, by its
own names for them.
"""

from allauth.account.views import request_login_code
from allauth.mfa.webauthn.views import login_webauthn
from allauth.socialaccount.providers.openid_connect.views import callback
from django.urls import path

from footpath.pages.accounts import views

urlpatterns = [
    path("sign-in", request_login_code, name="account_login"),
    path("sign-in", request_login_code, name="account_request_login_code"),
    path("sign-in", request_login_code, name="account_inactive"),
    path("sign-in", request_login_code, name="socialaccount_login_cancelled"),
    path("sign-in/code", views.confirm_code, name="account_confirm_login_code"),
    path("sign-in/again", views.another_address, name="another-address"),
    path("sign-in/passkey", login_webauthn, name="mfa_login_webauthn"),
    path("sign-in/with/<slug:provider_id>", views.to_provider, name="openid_connect_login"),
    path("sign-in/with/<slug:provider_id>/back", callback, name="openid_connect_callback"),
    path("sign-in/link/<str:token>", views.by_link, name="sign-in-link"),
    path("sign-out", views.sign_out, name="account_logout"),
    path("account", views.account, name="account"),
    path("account", views.account, name="mfa_index"),
    path("account", views.account, name="mfa_list_webauthn"),
    path("account", views.account, name="socialaccount_connections"),
    path("account/passkeys/new", views.add_passkey, name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/remove", views.remove_passkey, name="mfa_remove_webauthn"),
]
