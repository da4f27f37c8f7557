"""Organisations: who belongs to them, their policies, and who may do what in them."""
