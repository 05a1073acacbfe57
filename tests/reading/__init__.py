"""Reading: words of people to requests, measured on labelled tables and told in examples."""
