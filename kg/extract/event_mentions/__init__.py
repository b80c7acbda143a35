"""What becomes of event mentions once they are read: united, checked for their sense, taken apart, specified."""
