"""When: dates as they are written, counted or told from one another, durations and tense."""
