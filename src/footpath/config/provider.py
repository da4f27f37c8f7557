"""Signing in with an organisation's own identity provider (OpenID Connect), where the
environment names one.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from footpath.wrong import Wrong

_WHOLE = ("FOOTPATH_OIDC_URL", "FOOTPATH_OIDC_CLIENT", "FOOTPATH_OIDC_SECRET")
NAME = "provider"
"""What stands in the addresses by which the provider sends people back."""


def provider_of(given: Mapping[str, str]) -> dict[str, Any]:
    """What allauth is told of the provider; nothing where none is named.

    Raises:
        Wrong: where it is named by halves.
    """
    url, others = (
        given.get("FOOTPATH_OIDC_URL", ""),
        [name for name in _WHOLE[1:] if given.get(name)],
    )
    if not url and not others and not given.get("FOOTPATH_OIDC_NAME"):
        return {}
    if missing := [name for name in _WHOLE if not given.get(name)]:
        raise Wrong(
            f"For your provider of accounts {' and '.join(missing)} must be set too, as it gave "
            "them to you."
        )
    if (
        not url.startswith(("http://", "https://"))
        or not urlsplit(url).hostname
        or any(map(str.isspace, url))
    ):
        raise Wrong(
            "FOOTPATH_OIDC_URL is no whole address: write it like https://accounts.example.org."
        )
    app = {
        "provider_id": NAME,
        "name": given.get("FOOTPATH_OIDC_NAME") or "your organisation's account",
        "client_id": given["FOOTPATH_OIDC_CLIENT"],
        "secret": given["FOOTPATH_OIDC_SECRET"],
        "settings": {"server_url": url},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
