"""Research: projects, their information sheets, what each person answered, and what may
leave because of it.
"""
