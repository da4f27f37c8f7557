"""The addresses of signing in, and of organisations."""

ROWS: dict[str, tuple[str, str, str]] = {}
