"""One's own words: wording, masking and taking them back, and what was said of others'."""
