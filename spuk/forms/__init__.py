"""The forms of costs and of the settings of the declaration."""
