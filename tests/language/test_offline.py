from __future__ import annotations

import os
import subprocess
import sys


def test_onnxruntime_is_told_to_send_nothing_before_it_is_imported() -> None:
    """Its telemetry starts with its import; the import hook sees what the library would see then."""
    program = """
import os, sys

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "onnxruntime":
            print("telemetry disabled:", os.environ.get("ORT_DISABLE_TELEMETRY"))

sys.meta_path.insert(0, Watch())
import kg
kg.load()
"""
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 (ours)
    assert done.stdout == "telemetry disabled: 1\n"
