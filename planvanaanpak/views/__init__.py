"""The pages of plan, voorzieningen, akkoord and besluiten: one module per subject."""
