"""`python -m graph_builder`, and the command `graph-builder`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line. Errors that a user can cause end in one sentence on standard error and exit code 1."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        from graph_builder.cli import run

        code = run()
    except KeyboardInterrupt:  # while the command line was still being imported
        print("Interrupted: nothing was done yet.", file=sys.stderr)
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
