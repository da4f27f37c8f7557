"""How this installation is configured: settings, addresses, and the server that answers them."""
