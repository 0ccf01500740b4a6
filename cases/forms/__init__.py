"""The forms of cases: one module per subject. A form validates; it does not save."""
