"""Replaying: a session written down as a timeline is played as its people, through the
doors that people use.
"""
