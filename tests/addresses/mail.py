"""The addresses of mail."""

ROWS: dict[str, tuple[str, str, str]] = {}
