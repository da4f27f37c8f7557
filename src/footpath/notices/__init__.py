"""Notices: what a workshop is announced with, how a notice is read, shown, printed and
put into calendars.
"""
