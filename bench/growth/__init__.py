"""What grows as Rasid's load grows: a larger lexicon, longer pages, more entities, more partitions, more hours."""
