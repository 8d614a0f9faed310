"""tagged article -> enriched article: IPTC Media Topics."""
