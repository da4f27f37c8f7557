"""The pages: everything that takes a request, subject by subject. Nothing else imports them."""
