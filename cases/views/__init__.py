"""The pages of cases: one module per subject."""
