"""Record files changed on behalf of a person: only what is meant, and every other byte kept."""
