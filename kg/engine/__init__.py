"""Engines that find and read articles on many machines: what is done with one is the same as everywhere."""
