"""What leads where: names found in articles, notes anchored on their words, and the way back."""
