"""The stage alert: rules of the user over enriched articles and trends."""
