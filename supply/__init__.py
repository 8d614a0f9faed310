"""What Rasid is put together from: the audit of its lock files, and its bill of materials."""
