"""The archive that one begins with."""
