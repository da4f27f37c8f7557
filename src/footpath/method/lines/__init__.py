"""Lines of the outline and their threads: what each rests on, where the process leads on,
and what is missing.
"""
