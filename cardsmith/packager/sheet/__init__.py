"""A quiz sheet as plain data for the page template beside this file."""
