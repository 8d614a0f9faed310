"""Every record that flows, typed and versioned; a module is called as the topic whose records it holds.

Optional values are null in the JSON, never left out, so that a reader always finds every field.
Offsets are Unicode code points into `text`; `text[start:end] == surface` always holds. Times are RFC 3339 in UTC.
"""
