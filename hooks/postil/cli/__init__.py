"""The command line: `postil check`, `build`, `serve`, `schema`, `materialise`."""
