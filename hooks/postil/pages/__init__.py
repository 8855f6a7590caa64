"""Whole pages and data files, composed from a linked archive. Nothing here knows an engine."""
