"""Mail: a list of letters to be sent, and the loop that sends them once each, however long the mail server is away."""
