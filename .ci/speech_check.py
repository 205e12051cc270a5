#!/usr/bin/env python3
"""speech_check.py BINARY SPEECH_FOLDER: scores the program on the annotated articles and fails below the floors."""
import json
import subprocess
import sys
from pathlib import Path

FLOORS = {
    "xinhua-cyberspace": {"marks F1": 98, "speaker": 100, "name": 100, "reported F1": 96, "all F1": 97, "char F1": 98.5},
    "news-en-dev": {"marks F1": 97.5, "speaker": 94, "sure": 97, "reported F1": 81, "all F1": 73, "char F1": 85},
    "news-de-dev": {"marks F1": 94, "speaker": 83.5, "share": 75, "reported F1": 78.5, "all F1": 71.5, "char F1": 79},
    "own-zh": {"marks F1": 100, "speaker": 100, "name": 100},
    "own-fr": {"marks F1": 100, "speaker": 100, "name": 100},
    "own-es": {"marks F1": 100, "speaker": 100, "name": 100},
}
SPEAKERS = {"Xi Jinping", "Howard Goodison", "Valeriy M. Matsel", "Jia Xiudong", "Klaus Schwab"}


def main():
    binary, folder = sys.argv[1], Path(sys.argv[2])
    failed = []
    for gold, floors in FLOORS.items():
        run = subprocess.run(
            [sys.executable, folder / "score.py", folder / "gold" / f"{gold}.jsonl", binary, "--json"],
            stdout=subprocess.PIPE, text=True, check=True,
        )
        figures = json.loads(run.stdout)
        print(gold, figures)
        failed += [f"{gold}: {name} is {figures[name]}, below {floor}" for name, floor in floors.items() if figures[name] < floor]
    article = folder.parent / "articles" / "xinhua-cyberspace.txt"
    run = subprocess.run([binary, "speakers", article, "--format", "json"], stdout=subprocess.PIPE, text=True, check=True)
    named = {speaker["name"] for speaker in json.loads(run.stdout)["speakers"]}
    print("speakers:", ", ".join(sorted(named)))
    if named != SPEAKERS:
        failed.append(f"speakers of the article: {sorted(named)}, expected {sorted(SPEAKERS)}")
    sys.exit("\n".join(failed) or 0)


main()
