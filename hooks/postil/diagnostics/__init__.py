"""Faults of content as values: a place, a code, what is wrong and what to write instead."""
