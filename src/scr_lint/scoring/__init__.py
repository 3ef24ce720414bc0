"""Scoring of the rules against labelled corpora."""
