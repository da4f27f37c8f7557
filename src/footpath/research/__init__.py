"""Research: what each person answered to a study. So far answers are kept as they were given; nothing is exported."""
