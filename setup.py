"""Builds kg from setup.cfg; with KG_MYPYC=1 the rules are compiled, which gives the same records sooner.

KG_MYPYC may name the modules instead (kg/grammar/tree.py, ...). mypyc comes with mypy; the C compiler must be there.
"""

import os
import sys
from pathlib import Path

from setuptools import setup

HERE = Path(__file__).parent
ROOMS = ("extract", "grammar", "resolve", "sameness")
PURE = frozenset({"kg/grammar/packed.py", "kg/sameness/chains.py", "kg/sameness/facts.py"})
"""What stays Python: a class that is a tuple, and those of whose fields msgspec asks, which mypyc tells it roughly."""
MYPY = ("--config-file=", "--ignore-missing-imports", "--follow-imports=silent")
"""Where a wheel is made there may be no types of libraries; of kg, only what is compiled is held against its types."""

wanted = os.environ.get("KG_MYPYC", "0")
asked = sys.argv[1:2]
if wanted == "0":
    setup()
elif asked in (["egg_info"], ["dist_info"]):
    setup(setup_requires=["mypy>=2,<3"])  # what pip must have before it builds
elif asked == ["editable_wheel"]:
    sys.exit("KG_MYPYC is for an install that is not editable: a compiled module would hide the source that you edit")
else:
    from mypyc.build import mypycify

    files = [str(path.relative_to(HERE)) for room in ROOMS for path in sorted((HERE / "kg" / room).rglob("*.py"))]
    modules = [file for file in files if file not in PURE]
    if wanted != "1":
        modules, MYPY = wanted.split(), (*MYPY, "--follow-imports=skip")
    setup(ext_modules=mypycify([*MYPY, *modules], opt_level="1", debug_level="0", multi_file=True))
