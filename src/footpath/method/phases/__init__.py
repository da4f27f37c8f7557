"""The six phases, one module each: what can be asked for in it, and what then happens."""
