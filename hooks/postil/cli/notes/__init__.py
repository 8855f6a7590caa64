"""`postil notes`: what happens to notes after they are written, and before they are files."""
