"""What flows: records, topics and tables. Imports neither Faust nor anything from agents/."""
