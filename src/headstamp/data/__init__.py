"""Facts and weights that ship with the program."""
