"""A summary as PDF beside the same advice as JSON."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.child import APP, EXAMPLE, alternate

ROUNDS = 5


def main() -> None:
    """Print the time of both and the ratio; each with the start of its process."""
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "advies.pdf")
        bare, ours = alternate(
            (*APP, "advise", str(EXAMPLE), "--json"),
            (*APP, "advise", str(EXAMPLE), "--json", "--pdf", out, "--date", "2026-01-15"),
            ROUNDS,
        )
        size = Path(out).stat().st_size
    print(f"  as JSON: {bare.seconds * 1000:.0f} ms, {bare.mib:.0f} MiB")
    print(
        f"  and as PDF:     {ours.seconds * 1000:.0f} ms, {ours.mib:.0f} MiB; {size / 1024:.0f} KiB on disk"
    )
    print(f"  ratio: {ours.seconds / bare.seconds:.2f}x the time, {ours.mib / bare.mib:.2f}x the memory")
