"""Everything that changes a dossier: one module per subject, each action one transaction with one event."""
