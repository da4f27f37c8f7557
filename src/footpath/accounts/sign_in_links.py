"""A link to sign in once, for whoever has this machine's terminal: there is a way in also
where no mail goes.
"""

from django.core import signing
from django.utils import timezone

from footpath.accounts.models import Account

GOOD_FOR = 3600
_SALT = "footpath.sign-in"


def token_for(account: Account) -> str:
    """A token that is good for an hour, and until they sign in."""
    return signing.dumps([account.pk, str(account.last_login)], salt=_SALT)


def account_of(token: str) -> Account | None:
    """Whom the token lets in; None where it opens nothing any more."""
    try:
        id, last_login = signing.loads(token, salt=_SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    account = Account.objects.filter(pk=id, is_active=True).first()
    return account if account is not None and str(account.last_login) == last_login else None


def use_up(account: Account) -> bool:
    """Let the account's links end, as signing in does; False where one was used
    in this very moment.
    """
    same = Account.objects.filter(pk=account.pk, last_login=account.last_login)
    return same.update(last_login=timezone.now()) == 1
