"""Saying that one comes, one's own page, and the page of those who prepare."""
