"""The demonstration's mails, and what providers report."""
