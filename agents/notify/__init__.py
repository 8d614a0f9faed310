"""Alerts on their way out: by mail, chat or webhook."""
