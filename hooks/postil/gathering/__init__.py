"""A web page taken for an article: what it says of itself, its text, and whether it is known."""
