"""A person's own pages of the thread: what rests on my words, who reads them,
and taking them back.
"""
