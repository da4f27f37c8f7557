"""What people do in whichever phase: come and lead, tell and write, group and park,
raise hands and vote.
"""
