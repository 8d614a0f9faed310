"""The dashboard: a read model of the output topics, an API over it, and a live stream.

`store/` is the database, `model/` writes records into it, `query/` reads it, `live/` hands on what comes, `web/` is the
API; `consume.py` reads the topics and `server.py` puts all of it together.
"""
