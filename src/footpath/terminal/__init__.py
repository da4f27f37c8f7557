"""The commands of `footpath`, one module each."""
