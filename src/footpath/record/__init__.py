"""The record: one table of entries, append-only except for words that were taken back."""
