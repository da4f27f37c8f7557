"""Tellers: a person's own pages of the thread. What rests on my words, who reads them, and taking them back."""
