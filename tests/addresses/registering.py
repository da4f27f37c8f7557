"""The addresses of registering."""

ROWS: dict[str, tuple[str, str, str]] = {}
