"""Packing: from an edition to files, `{path: bytes}`, for the rim to write."""
