"""What holds before anybody is known: how much may come, how fast it has to come, and how
many may come at once.
"""
