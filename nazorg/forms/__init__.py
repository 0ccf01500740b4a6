"""The forms of the end of the support and of the nazorg."""
