"""The gate: what of a workshop may leave for research, and the files of a release. Pure."""
