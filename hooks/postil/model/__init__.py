"""What a record is: articles, notes, actors, topics, analysts, and the archive they make up."""
