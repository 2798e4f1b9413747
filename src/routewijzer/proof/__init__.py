"""What comes out of the rules, proved over every combination of answers (needs the extra `proof`: z3)."""
