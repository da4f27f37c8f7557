"""Signing in with an organisation's own identity provider (OpenID Connect), where the environment names one."""

from collections.abc import Mapping
from typing import Any

NAME = "provider"
"""What stands in the addresses by which the provider sends people back."""


def provider_of(given: Mapping[str, str]) -> dict[str, Any]:
    """What allauth is told of the provider; nothing where none is named."""
    url = given.get("FOOTPATH_OIDC_URL", "")
    if not url:
        return {}
    app = {
        "provider_id": NAME,
        "name": given.get("FOOTPATH_OIDC_NAME") or "your organisation's account",
        "client_id": given.get("FOOTPATH_OIDC_CLIENT", ""),
        "secret": given.get("FOOTPATH_OIDC_SECRET", ""),
        "settings": {"server_url": url},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
