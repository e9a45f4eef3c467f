"""Benchmarks: what the edition costs beside plain MkDocs and beside the usual stack."""
