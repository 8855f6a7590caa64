"""What writes the site: MkDocs (or ProperDocs) for pages, Pagefind for the search."""
