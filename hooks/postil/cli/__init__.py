"""The command line: `postil` and its commands."""
