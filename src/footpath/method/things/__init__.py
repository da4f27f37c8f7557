"""The nouns: what stands on the flipchart, who is there, what a kind is called, and
what each phase says.
"""
