#!/usr/bin/env python3
"""Start-up with a short article beside a bare eframe window with a label: time to the first page, and peak memory.

    cargo build --release --bin quotemark --example bare_window && python3 benches/start_up.py [-n RUNS] [--tools FOLDER]

The two are started in turn under an Xvfb of its own, and measured by first_page.py, which lies beside the repository in
../shared/tools. Needs xvfb, and pillow, numpy and psutil for Python. Only the ratios mean anything on a busy machine.
"""
import argparse, os, pathlib, re, statistics, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOALS = {"time": 1.3, "memory": 1.2}


def short_article(folder):
    """10 KB of the sample, as a reader would open it."""
    sample = (ROOT / "assets/sample.txt").read_text(encoding="utf-8")
    path = pathlib.Path(folder) / "short.txt"
    path.write_text((sample * (10_000 // len(sample) + 1))[:10_000], encoding="utf-8")
    return path


def measure(tool, display, ink, command):
    """Seconds to the first page, and peak memory in MB, of one start."""
    words = [sys.executable, str(tool), display, "-n", "1", "--limit", "20", "--linger", "1", "--ink", str(ink), "--"]
    said = subprocess.run(words + command, capture_output=True, text=True)
    found = re.search(r"median +([\d.]+) s +peak (\d+) MB", said.stdout)
    if not found:
        sys.exit(f"{command[0]} showed nothing: {said.stdout}{said.stderr}")
    return float(found[1]), float(found[2])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=15, help="runs of each")
    parser.add_argument("--tools", default=ROOT.parent / "shared/tools", type=pathlib.Path)
    parser.add_argument("--display", default=":97")
    parser.add_argument("--target", default=ROOT / "target/release", type=pathlib.Path)
    args = parser.parse_args()
    tool = args.tools / "first_page.py"
    if not tool.exists():
        sys.exit(f"There is no {tool}: name the folder of first_page.py with --tools.")
    screen = subprocess.Popen(["Xvfb", args.display, "-screen", "0", "1200x800x24", "-noreset"], stderr=subprocess.DEVNULL)
    time.sleep(1)
    try:
        with tempfile.TemporaryDirectory() as home:
            os.environ["QUOTEMARK_HOME"] = home
            # A label has less ink than a page.
            programs = {
                "bare window": ([str(args.target / "examples/bare_window")], 150),
                "quotemark, 10 KB": ([str(args.target / "quotemark"), str(short_article(home))], 4000),
            }
            runs = {name: [] for name in programs}
            for number in range(args.n + 1):
                for name, (command, ink) in programs.items():
                    measured = measure(tool, args.display, ink, command)
                    # The first of each fills the caches.
                    if number > 0:
                        runs[name].append(measured)
    finally:
        screen.terminate()
        screen.wait()
    medians = {name: [statistics.median(one[part] for one in of) for part in (0, 1)] for name, of in runs.items()}
    (bare_time, bare_peak), (time_, peak) = medians.values()
    ratios = {"time": time_ / bare_time, "memory": peak / bare_peak}
    for part, goal in GOALS.items():
        verdict = "holds" if ratios[part] <= goal else "MISSED"
        print(f"{part:8} {ratios[part]:.2f} × a bare window   goal ≤ {goal}   {verdict}")
    for name, (shown, peak) in medians.items():
        print(f"{name:18} {shown:.3f} s   {peak:.0f} MB   medians of {args.n}")
    sys.exit(any(ratios[part] > goal for part, goal in GOALS.items()))


main()
