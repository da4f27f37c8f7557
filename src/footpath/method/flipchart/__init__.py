"""The flipchart: the state that replaying a record gives, and what its parts are made from."""
