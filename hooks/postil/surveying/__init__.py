"""What maintainers ask of an archive's names: why they link, who bears them, who has no record."""
