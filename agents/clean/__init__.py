"""page -> article: takes the chrome out, finds title, section, byline and dates."""
