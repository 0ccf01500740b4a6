"""The pages of the end of the support, of the acclimatisatie and of the nazorg: one module per subject."""
