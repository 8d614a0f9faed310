"""Annotated news without its text: what stands where in which article, see README.md."""
