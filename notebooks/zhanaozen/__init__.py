"""Sourced claims about Zhanaozen 2011: tables, questions asked of them, charts, and a student's desk."""

__version__ = "0.2.0"
