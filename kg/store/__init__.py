"""Graphs in files: written as Turtle, replaced in one step, loaded into a store."""
