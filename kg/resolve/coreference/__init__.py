"""Words that mean somebody without a name: pronouns, descriptions, and who is speaking."""
