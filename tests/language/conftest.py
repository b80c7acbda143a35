import sys
from pathlib import Path

# The recipe is not part of the package, but the rules by which it reads corpora are tested all the same.
sys.path.append(str(Path(__file__).parents[2]))
