"""Where on a page its article is: title, body, what stands above, within and below."""
