"""Documents as HTML: passages and mentions woven into the text, notes set beside it."""
