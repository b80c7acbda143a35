"""Who takes which part: predicates, the words in their argument slots and the roles that these fill."""
