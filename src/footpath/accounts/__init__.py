"""Signing in, for those who host: an e-mail code or a passkey, and no password anywhere."""
