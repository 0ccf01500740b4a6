"""`make bench`: run every measurement in this folder, one after another, each in a process of its own.

`make bench ARGS="pdf --brieven 10"` runs one of them, with its own options.
"""

import subprocess
import sys
from pathlib import Path


def measurements() -> list[str]:
    return sorted(file.stem.removeprefix("bench_") for file in Path(__file__).parent.glob("bench_*.py"))


def run(name: str, options: list[str]) -> int:
    print(f"\n== {name} ==", flush=True)
    return subprocess.run([sys.executable, "-m", f"tests.bench.bench_{name}", *options]).returncode


def main(args: list[str]) -> int:
    if not args:
        return max((run(name, []) for name in measurements()), default=0)
    if args[0] not in measurements():
        print(f"Onbekende meting: {args[0]}. Kies uit: {', '.join(measurements())}")
        return 2
    return run(args[0], args[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
