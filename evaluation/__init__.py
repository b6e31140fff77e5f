"""Scores and benchmarks of the reader, with floors that may only rise."""
