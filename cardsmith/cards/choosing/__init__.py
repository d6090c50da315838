"""What of a sentence is worth asking for, and what can be hidden."""
