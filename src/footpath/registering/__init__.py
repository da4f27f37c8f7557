"""Registering: saying that one comes, without an account; places, the waiting list, who came,
and what is deleted.
"""
