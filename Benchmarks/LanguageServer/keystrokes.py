#!/usr/bin/env python3
"""Measures what an editor waits for: explainer's language server over pipes, on generated sites.

    keystrokes.py --explainer PROGRAM --events 1 36 357 --runs 20

28 documents an event. A letter of a demand's text is typed, and the time ends when the problems of all files are published;
the letters are in a date (which becomes wrong and right again) and in the text. Then the same place is asked about.
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Client:
    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, "lsp"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.id = 0
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {
            "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["rename"]}}}})
        self.tell("initialized", {})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def ask(self, method, params):
        self.id += 1
        self.send({"id": self.id, "method": method, "params": params})
        while (answer := self.receive()).get("id") != self.id:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    def until_published(self, uri, version):
        while True:
            message = self.receive()
            params = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri \
                    and params.get("version") == version:
                return params["diagnostics"]

    def end(self):
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(10)


def measure(program, events, runs):
    times = {}

    def note(name, start):
        times.setdefault(name, []).append((time.perf_counter() - start) * 1000)

    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        subprocess.run([sys.executable, ROOT / "Benchmarks/Sites/make_sites.py", "--events", str(events), folder],
                       check=True, stdout=subprocess.DEVNULL)
        site = folder / "explainer"
        (site / "templates").symlink_to(ROOT / "templates")
        document = sorted(site.glob("content/*/demands/*.md"))[events]
        text = document.read_text()
        uri = document.as_uri()
        start = time.perf_counter()
        client = Client(program, site)
        client.tell("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "markdown", "version": 0, "text": text}})
        client.until_published(uri, 0)
        note("start", start)
        lines = text.split("\n")
        date = next(number for number, line in enumerate(lines) if line.startswith("date:"))
        names = next(number for number, line in enumerate(lines) if line.startswith("from:"))
        version = 0

        def type_at(line, character, old, new, name):
            nonlocal version
            version += 1
            start = time.perf_counter()
            client.tell("textDocument/didChange", {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [{"range": {"start": {"line": line, "character": character},
                                              "end": {"line": line, "character": character + old}}, "text": new}]})
            found = client.until_published(uri, version)
            note(name, start)
            return found

        for _ in range(runs):
            type_at(len(lines) - 1, 0, 0, "a", "a letter of a text")
            type_at(len(lines) - 1, 0, 1, "", "a letter of a text")
            # The demand cannot be used, and then can again.
            assert type_at(date, 6, 0, "x", "a letter of a date")
            type_at(date, 6, 1, "", "a letter of a date")
            place = {"textDocument": {"uri": uri}, "position": {"line": names, "character": 6}}
            for name, method, more in [
                    ("completion", "textDocument/completion", {}), ("hover", "textDocument/hover", {}),
                    ("definition", "textDocument/definition", {}), ("symbols", "workspace/symbol", {"query": "strike"}),
                    ("rename", "textDocument/rename", {"newName": "another-name"})]:
                # The first question after a letter reads the names again.
                client.tell("textDocument/didChange", {
                    "textDocument": {"uri": uri, "version": version}, "contentChanges": []})
                start = time.perf_counter()
                client.ask(method, {**place, **more})
                note(name, start)
        assert client.end() == 0
        documents = len(list(site.glob("content/**/*.md")))
    print(f"| {documents:,} | " + " | ".join(f"{statistics.median(all):.1f}" for all in times.values()) + " |", flush=True)
    return list(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--explainer", required=True)
    parser.add_argument("--events", type=int, nargs="+", default=[1, 36, 357])
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    names = None
    for events in options.events:
        names = measure(pathlib.Path(options.explainer).resolve(), events, options.runs)
    print("documents, then in ms: " + ", ".join(names or []))


if __name__ == "__main__":
    main()
