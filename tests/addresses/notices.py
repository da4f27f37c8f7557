"""The addresses of notices."""

ROWS: dict[str, tuple[str, str, str]] = {}
