"""Rehearsals: a workshop with invented people, for somebody who is to lead one; thrown away
afterwards.
"""
