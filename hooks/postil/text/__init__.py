"""Text with positions: Markdown read into plain text, folded for comparison, cut into sentences."""
