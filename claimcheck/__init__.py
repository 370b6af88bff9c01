"""Compares what historical sources say."""
