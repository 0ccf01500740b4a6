"""The forms of logging in, users and the gemeente."""
