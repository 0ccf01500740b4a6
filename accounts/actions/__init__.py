"""Manage users, their roles and the gemeente's own data."""
