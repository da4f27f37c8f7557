"""The outline in its three editions, to read and to take away."""
