"""Weapons: named systems and common nouns."""
