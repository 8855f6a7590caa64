"""Files become records: found, decoded, split, validated and put together into an archive."""
