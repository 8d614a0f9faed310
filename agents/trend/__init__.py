"""trend-mentions -> trends: what is named more, or less, than its own past lets expect."""
