#!/usr/bin/env python3
"""Builds the same made-up sites with explainer and with Hugo, in turns, and prints medians and ratios as Markdown.

    bench.py --explainer PATH --hugo PATH [--events 11 107 1071] [--runs 5] [--work FOLDER]

Beside both stands the floor: reading the same sources, libyaml and libcmark over the same text, and writing the same bytes
to the same paths, in C on the same cores. Every figure is of a whole process: wall time, processor time and peak memory as
the kernel gives them.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

import corpus

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def run(command, folder):
    """One process: seconds of wall and processor time, peak memory in MiB."""
    os.sync()
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"{' '.join(command)} failed in {folder}:\n{message.decode(errors='replace')}")
    return dict(wall=wall, cpu=usage.ru_utime + usage.ru_stime, memory=usage.ru_maxrss / 1024)


class Site:
    """A site of one size, laid out for both programs."""

    def __init__(self, events, options):
        self.events, self.options = events, options
        self.folder = f"{options.work}/{events}"
        self.trash = f"{options.work}/trash"
        self.count = 0
        os.makedirs(self.trash, exist_ok=True)
        if not os.path.isdir(f"{self.folder}/explainer"):
            subprocess.run([sys.executable, f"{HERE}/make_sites.py", "--events", str(events), self.folder], check=True,
                           stdout=subprocess.DEVNULL)
        self.commands = dict(
            hugo=[options.hugo, "--quiet"],
            explainer=[options.explainer, "build", "--quiet", "--templates", f"{ROOT}/templates"])

    def clear(self, program):
        """Moves the output away. Deleting it here would make the next files dearer to create."""
        self.count += 1
        for name in ("public", ".public.explainer", "resources", ".hugo_build.lock"):
            path = f"{self.folder}/{program}/{name}"
            if os.path.lexists(path):
                os.rename(path, f"{self.trash}/{self.events}-{program}-{self.count}{name}")

    def build(self, program):
        return run(self.commands[program], f"{self.folder}/{program}")

    def edit(self, program, number):
        """Changes one sentence of one demand."""
        event = corpus.event(1, self.events // 2)
        demand = next(entry for entry in event["entries"] if entry["kind"] == "demand")
        path = f"{self.folder}/{program}/content/{event['id']}/demands/{demand['id']}.md"
        text = open(path, encoding="utf-8").read()
        text = re.sub(r"\nEdited \d+\.\n$", "\n", text) + f"\nEdited {number}.\n"
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def output(self, program):
        pages, files, size = 0, 0, 0
        for folder, _, names in os.walk(f"{self.folder}/{program}/public"):
            for name in names:
                files += 1
                pages += name.endswith(".html")
                size += os.path.getsize(os.path.join(folder, name))
        return dict(pages=pages, files=files, bytes=size)

    def lists(self):
        """What the floor works on: sizes and paths of the sources and of explainer's output."""
        def write(path, root, wanted):
            lines = []
            for folder, _, names in os.walk(root):
                lines += [(os.path.relpath(os.path.join(folder, name), root), os.path.getsize(os.path.join(folder, name)))
                          for name in names if wanted(name)]
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(f"{size}\t{name}\n" for name, size in sorted(lines))
        site = f"{self.folder}/explainer"
        write(f"{self.folder}/sources.txt", f"{site}/content", lambda name: name.endswith(".md"))
        write(f"{self.folder}/output.txt", f"{site}/public", lambda name: name != ".explainer-manifest")

    def floor(self):
        """The floor's parts, each as seconds of wall and processor time."""
        content = f"{self.folder}/explainer/content"
        self.count += 1
        target = f"{self.trash}/floor-{self.events}-{self.count}"
        cores = str(os.cpu_count())
        parts = {}
        for name, arguments in dict(
                read=["read", f"{self.folder}/sources.txt", content, cores],
                libyaml=["yaml", f"{self.folder}/sources.txt", content, cores],
                libcmark=["cmark", f"{self.folder}/sources.txt", content, cores],
                write=["write", f"{self.folder}/output.txt", target, cores]).items():
            os.sync()
            text = subprocess.run([f"{self.options.work}/floor"] + arguments, check=True, capture_output=True,
                                  text=True).stdout
            values = dict(pair.split("=") for pair in text.split() if "=" in pair)
            parts[name] = dict(wall=float(values["wall_ms"]) / 1e3,
                               cpu=float(values["cpu_us/file"]) * int(values["files"]) / 1e6)
        parts["all"] = {key: sum(part[key] for part in parts.values()) for key in ("wall", "cpu")}
        return parts


def medians(results):
    return {key: statistics.median(result[key] for result in results) for key in results[0]}


def measure(events, options):
    site = Site(events, options)
    site.clear("explainer")
    site.build("explainer")
    site.lists()
    figures = {kind: dict(hugo=[], explainer=[]) for kind in ("cold", "again", "edited")}
    floors = []
    for number in range(options.runs):
        for program in ("hugo", "explainer"):
            site.clear(program)
            figures["cold"][program].append(site.build(program))
        floors.append(site.floor())
        time.sleep(2.2)
        for program in ("hugo", "explainer"):
            # Files as young as the build before are compared by their bytes: what counts is the run after that.
            site.build("explainer") if program == "explainer" else None
            time.sleep(.2)
            figures["again"][program].append(site.build(program))
        for program in ("hugo", "explainer"):
            site.edit(program, number * 2 + int(time.time()))
            time.sleep(.2)
            figures["edited"][program].append(site.build(program))
        print(f"  {events} events, run {number + 1} of {options.runs}", file=sys.stderr)
    result = {kind: {program: medians(runs) for program, runs in programs.items()} for kind, programs in figures.items()}
    result["floor"] = {part: {key: statistics.median(floor[part][key] for floor in floors) for key in ("wall", "cpu")}
                       for part in floors[0]}
    result["output"] = {program: site.output(program) for program in ("hugo", "explainer")}
    result["documents"] = events * 28 + 1
    return result


def milliseconds(seconds):
    return f"{seconds * 1000:,.0f}" if seconds >= .01 else f"{seconds * 1000:.1f}"


def table(results):
    print("| documents | build | Hugo wall / CPU, ms | explainer wall / CPU, ms | times Hugo, wall / CPU | peak MiB, both |")
    print("|---|---|---|---|---|---|")
    for result in results:
        for kind in ("cold", "again", "edited"):
            hugo, own = result[kind]["hugo"], result[kind]["explainer"]
            print(f"| {result['documents']:,} | {kind} | {milliseconds(hugo['wall'])} / {milliseconds(hugo['cpu'])} "
                  f"| {milliseconds(own['wall'])} / {milliseconds(own['cpu'])} "
                  f"| {hugo['wall'] / own['wall']:.1f} / {hugo['cpu'] / own['cpu']:.1f} "
                  f"| {hugo['memory']:.0f}, {own['memory']:.0f} |")
    print("\n| documents | floor, CPU ms: read, libyaml, libcmark, write | floor wall / CPU, ms | explainer cold / floor, wall / CPU |")
    print("|---|---|---|---|")
    for result in results:
        floor, own = result["floor"], result["cold"]["explainer"]
        parts = ", ".join(milliseconds(floor[part]["cpu"]) for part in ("read", "libyaml", "libcmark", "write"))
        print(f"| {result['documents']:,} | {parts} | {milliseconds(floor['all']['wall'])} / "
              f"{milliseconds(floor['all']['cpu'])} | {own['wall'] / floor['all']['wall']:.1f} / "
              f"{own['cpu'] / floor['all']['cpu']:.1f} |")
    print("\n| documents | Hugo: pages, files, MB | explainer: pages, files, MB |")
    print("|---|---|---|")
    for result in results:
        cells = [f"{out['pages']:,}, {out['files']:,}, {out['bytes'] / 1e6:.1f}"
                 for out in (result["output"]["hugo"], result["output"]["explainer"])]
        print(f"| {result['documents']:,} | {cells[0]} | {cells[1]} |")


def example(options):
    """The example site of this repository, the whole command, cold and again."""
    output = f"{options.work}/example/public"
    os.makedirs(os.path.dirname(output), exist_ok=True)
    command = [options.explainer, "build", "--quiet", "--content", f"{ROOT}/content", "--templates", f"{ROOT}/templates",
               "--output", output]
    cold, again = [], []
    for number in range(max(options.runs, 11)):
        for name in ("public", ".public.explainer"):
            path = f"{os.path.dirname(output)}/{name}"
            if os.path.lexists(path):
                os.rename(path, f"{options.work}/trash/example-{number}{name}")
        cold.append(run(command, options.work))
        again.append(run(command, options.work))
    cold, again = medians(cold), medians(again)
    print(f"\nThe example site: {milliseconds(cold['wall'])} ms of wall time cold ({milliseconds(cold['cpu'])} ms CPU), "
          f"{milliseconds(again['wall'])} ms again.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--explainer", required=True)
    parser.add_argument("--hugo", required=True)
    parser.add_argument("--events", type=int, nargs="+", default=[1, 11, 107, 1071])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", default=f"{ROOT}/.build/bench")
    options = parser.parse_args()
    options.explainer, options.hugo = (os.path.abspath(path) for path in (options.explainer, options.hugo))
    options.work = os.path.abspath(options.work)
    # Nothing is deleted before or between runs: for minutes after that, ext4 is slow to create files.
    base = options.work
    options.work = f"{base}/{int(time.time())}"
    os.makedirs(f"{options.work}/trash")
    subprocess.run(["cc", "-O2", "-pthread", f"{HERE}/floor.c", "-o", f"{options.work}/floor", "-lcmark", "-lyaml"],
                   check=True)
    version = subprocess.run([options.hugo, "version"], capture_output=True, text=True).stdout.split()
    own = subprocess.run([options.explainer, "--version"], capture_output=True, text=True).stdout.strip()
    print(f"{own}; {' '.join(version[:2])}; {os.cpu_count()} cores; medians of {options.runs} runs in turns.\n")
    results = [measure(events, options) for events in options.events]
    table(results)
    example(options)
    with open(f"{base}/results.json", "w", encoding="utf-8") as file:
        json.dump(results, file, indent=1)
    shutil.rmtree(options.work, ignore_errors=True)


if __name__ == "__main__":
    main()
