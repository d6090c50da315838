"""Cards in languages whose grammar is not read: what authors mark, in whole sentences."""
