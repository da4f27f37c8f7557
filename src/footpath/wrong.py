"""A setting that cannot be."""


class Wrong(Exception):
    """Says in one sentence what whoever runs this installation can do."""
