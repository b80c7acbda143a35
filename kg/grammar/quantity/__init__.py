"""How much: numbers in words and figures, amounts with their exactness, money and ordinals."""
