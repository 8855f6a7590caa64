"""`postil report`: what a pull request does to the archive, for those who read it."""
