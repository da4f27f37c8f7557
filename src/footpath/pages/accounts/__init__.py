"""Signing in, one's own account, and the operator's pages."""
