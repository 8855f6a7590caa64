"""Makes the worker that loads it one with another version of a library."""

from postil.engines import programs

programs._LIBRARIES = ()  # noqa: SLF001 -- what is looked up in it is the libraries alone
