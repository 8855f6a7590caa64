"""Postil: an annotated news archive as a static site.

The floors, from the ground up (each imports only from those below it):

- `diagnostics`, `model`: what can be wrong, and what a record is;
- `text`: Markdown as plain text with positions, folding, sentences;
- `reading`: files become validated records, and records an `Archive`;
- `linking`: names found in articles, notes anchored on their words, and all of it both ways;
- `markup`, `pages`: safe HTML with passages and mentions; whole pages;
- `building`: one archive in, every page and data file out;
- `engines`, `cli`: MkDocs, Pagefind and the command line.
"""
