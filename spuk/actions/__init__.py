"""Book costs, and keep the settings of the declaration."""
