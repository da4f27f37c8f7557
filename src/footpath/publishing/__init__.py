"""Publishing: the outline as a page and as Markdown, each line with its thread as far as
its reader may see.
"""
