"""The engine of an annotated edition: it serves any article that `edition.yml` describes."""
