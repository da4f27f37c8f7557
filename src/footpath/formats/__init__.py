"""How days and hours are written where people read our pages, language by language, as
Django looks it up.
"""
