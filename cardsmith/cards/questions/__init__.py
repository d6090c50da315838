"""Questions of cards: their wording, what is wrong with them, how good they are."""
