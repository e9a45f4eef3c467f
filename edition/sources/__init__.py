"""From disk to core values, each with its file and line."""
