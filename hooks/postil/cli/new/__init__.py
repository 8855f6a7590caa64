"""`postil new`: records begun at their place, with what they must have."""
