"""What people are asked, projects and their releases."""
