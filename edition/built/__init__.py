"""The built site, read back and verified: what readers get, not what the sources promise."""
