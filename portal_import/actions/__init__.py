"""Read a file from the gegevensportaal, show what it would do, and do it after confirmation."""
