"""What a browser answers for a passkey, read as what anybody can send by hand."""

import struct

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import AddWebAuthnForm, LoginWebAuthnForm
from cryptography.exceptions import InvalidSignature
from django import forms

NOT_READ = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    InvalidSignature,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
"""What the libraries raise where the answer is built otherwise than they think."""
LONGEST = 8_000
"""Letters of an answer: passkeys' have some hundreds, and with all their makers' certificates a few
thousands. Reading a longer one takes longer than it is long.
"""
TOO_LONG = "That is too long for a passkey. Try it again, or use another one."


class _Answered(forms.Form):
    """A form that knows no passkey in what is none, whatever it is."""

    def full_clean(self) -> None:
        """Read what was sent; what cannot be read is no passkey, and is not sent back."""
        is_too_long = len(self.data.get("credential") or "") > LONGEST
        if is_too_long:
            self._send_nothing_back()
        try:
            super().full_clean()
        except NOT_READ:
            self.add_error("credential", get_adapter().validation_error("incorrect_code"))
        if is_too_long:
            self.errors.pop("credential", None)
            self.add_error("credential", TOO_LONG)
        if self.errors:
            self._send_nothing_back()

    def _send_nothing_back(self) -> None:
        self.data = {name: value for name, value in self.data.items() if name != "credential"}


class SigningInForm(_Answered, LoginWebAuthnForm):
    """Signing in with a passkey."""


class NewPasskeyForm(_Answered, AddWebAuthnForm):
    """One more passkey for one's account."""
