"""One archive in, every page and file of its site out.

    discover → parse → validate → assemble → link → compose

The stages of `reading`, `linking` and `pages`, one after the other; an engine writes the result.
"""
