"""`python -m footpath`."""

from footpath.command_line import main

main()
