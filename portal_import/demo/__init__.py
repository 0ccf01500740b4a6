"""Invented gemeenten, people and dossiers, built through the actions, so that the demo is what the product makes."""
