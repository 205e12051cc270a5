#!/usr/bin/env python3
"""window_check.py BINARY TOOLS: what only a real window can show, under an Xvfb of its own.

1. Without a display: one sentence and exit 1.
2. A file dragged onto the window opens (TOOLS/drop_file.py drags it).
3. A passage selected with the mouse across two paragraphs and tagged is there again after kill -9, two seconds later.
4. A screen reader finds the article and the controls (TOOLS/accessible_tree.py looks).
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BINARY, TOOLS = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
DISPLAY = ":87"
# Five short paragraphs, so that places on the screen are easy to say.
ARTICLE = """The ferry waits

By Mara Ellison

The first ferry did not sail on Monday, and the island heard of it from the gulls.

“We wait for the wind and not for the clock,” said Ada Brandt, who has the key of the harbour.

The second ferry did not sail either.
"""


class Bench:
    """A display, a session bus and a home of their own."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {
            **os.environ,
            "DISPLAY": DISPLAY,
            "HOME": str(folder / "home"),
            "QUOTEMARK_HOME": str(folder / "home"),
            "XDG_DATA_HOME": str(folder / "home" / "data"),
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "NO_AT_BRIDGE": "0",
        }
        for name in ("WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
            self.environment.pop(name, None)
        (folder / "home").mkdir()
        # without -noreset the display starts anew when its last window goes, and refuses one that comes meanwhile
        xvfb = ["Xvfb", DISPLAY, "-noreset", "-screen", "0", "1200x800x24"]
        self.screen = subprocess.Popen(xvfb, stderr=subprocess.DEVNULL)
        bus = subprocess.run(["dbus-launch"], stdout=subprocess.PIPE, text=True, check=True).stdout
        self.environment.update(line.split("=", 1) for line in bus.splitlines() if "=" in line)
        self.windows = []
        end = time.time() + 20
        while time.time() < end and subprocess.run(["xdotool", "getdisplaygeometry"], env=self.environment, capture_output=True).returncode:
            time.sleep(0.2)
        self.run("python3", TOOLS / "accessible_tree.py", "--enable")

    def run(self, *command):
        if command[0] == "python3":
            command = ("/usr/bin/python3", *command[1:])
        return subprocess.run([str(part) for part in command], env=self.environment, stdout=subprocess.PIPE, text=True, timeout=60)

    def open(self, *files):
        window = subprocess.Popen([BINARY, *files], env=self.environment)
        self.windows.append(window)
        return window

    def wait_for_title(self, words, seconds=20):
        end = time.time() + seconds
        while time.time() < end:
            found = self.run("xdotool", "search", "--name", words).stdout.split()
            if found:
                self.run("xdotool", "windowfocus", found[-1])
                time.sleep(0.7)
                return
            time.sleep(0.2)
        self.picture("no-title")
        sys.exit(f"no window was titled “{words}”")

    def do(self, *steps):
        for step in steps:
            self.run("xdotool", *step.split(" "))
            time.sleep(0.25)

    def tree(self):
        return self.run("python3", TOOLS / "accessible_tree.py", "quotemark").stdout

    def picture(self, name):
        if os.environ.get("PICTURES"):
            target = Path(os.environ["PICTURES"]) / f"{name}.png"
            subprocess.run(["import", "-window", "root", target], env=self.environment)

    def close(self):
        for process in [*self.windows, self.screen]:
            process.kill()
            process.wait()
        os.kill(int(self.environment["DBUS_SESSION_BUS_PID"]), signal.SIGTERM)


def check(condition, what):
    if not condition:
        sys.exit(f"failed: {what}")
    print(f"ok: {what}")


def without_display():
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET")}
    run = subprocess.run([BINARY], env=environment, capture_output=True, text=True, timeout=20)
    check(run.returncode == 1 and len(run.stderr.strip().splitlines()) == 1, "without a display: one sentence, exit 1")


def dropping(bench, article):
    window = bench.open()
    bench.wait_for_title("Quotemark")
    drop = bench.run("python3", TOOLS / "drop_file.py", 600, 400, article)
    check(drop.returncode == 0, "the window takes a dragged file")
    bench.wait_for_title("The ferry waits")
    bench.picture("dropped")
    check(True, "the dragged article is open")
    tree = bench.tree()
    check("heading: 'The ferry waits'" in tree, "a screen reader finds the title as a heading")
    check("did not sail on Monday" in tree and "button: 'Open'" in tree, "and the paragraphs, and the controls")
    window.kill()
    window.wait()


def killing(bench, article):
    window = bench.open(article)
    bench.wait_for_title("The ferry waits")
    bench.do("mousemove 400 206", "mousedown 1", "mousemove 430 220", "mousemove 420 270", "mousemove 425 272", "mouseup 1")
    bench.picture("selected")
    bench.do("key t", "type wait", "key Return")
    done = time.time()
    bench.picture("tagged")
    time.sleep(max(0, done + 2 - time.time()))
    window.kill()
    window.wait()
    notes = json.loads(bench.run(BINARY, "notes", article, "--format", "json").stdout)["annotations"]
    check(len(notes) == 1 and notes[0]["tags"] == ["wait"], "a tagged passage survives kill -9 two seconds later")
    check("\n\n" in notes[0]["quote"], f"it runs across two paragraphs: {notes[0]['quote']!r}")
    check(bench.run(BINARY, "check", article).returncode == 0, "its file is in order")
    bench.open(article)
    bench.wait_for_title("The ferry waits")
    tree = bench.tree()
    bench.picture("reopened")
    check("wait" in tree and "Go to “" in tree, "and the window shows it when it is opened again")


def main():
    without_display()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        article = folder / "ferry.txt"
        article.write_text(ARTICLE)
        bench = Bench(folder)
        try:
            dropping(bench, article)
            killing(bench, article)
        finally:
            bench.close()


main()
