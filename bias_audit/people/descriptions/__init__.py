"""What explicit words say of someone besides gender: by dimension, never guessed."""
