"""Who receives what of the flipchart, and how it looks to them, change by change."""
