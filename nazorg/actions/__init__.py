"""End the support, wind down after a niet-erkend message, and keep in touch in the nazorg."""
