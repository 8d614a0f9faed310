"""What comes, as it comes."""
