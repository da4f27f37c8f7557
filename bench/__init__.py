"""What is measured: one command, ratios inside one run, never absolute promises."""
