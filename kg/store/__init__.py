"""Graphs at rest: Turtle and stores on disk, replaced in one step; the one place that opens a graph to be asked."""
