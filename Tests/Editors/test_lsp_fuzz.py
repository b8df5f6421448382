"""Random messages to `explainer lsp`: whatever an editor sends, the server answers and goes on."""
import json
import os
import pathlib
import queue
import random
import shutil
import subprocess
import threading
import time

from test_editors import CONTENT, PROGRAM, ROOT

METHODS = ["textDocument/" + name for name in (
    "completion", "hover", "definition", "references", "documentHighlight", "documentLink", "documentSymbol", "foldingRange",
    "semanticTokens/full", "codeAction", "prepareRename", "rename")] + ["workspace/symbol", "workspace/executeCommand", "no/such"]
PIECES = ["---\n", "title: ", "[", "]", "{", "}", "{{ ", " }}", "{% if ", "%}", "\U0001F600", "\n", "  - ", "[@ledger]", "(party:quayside)",
          '"', ": ", "ä", "", "> — @quayside\n", "## A\n", "<<<<<<< a\n", "\0", "\ufeff", "&x *x", "|\n", "\r\n", "\r", "date: 2031-05-",
          "deadline: 2031-05-09T12:00+02:00\n", "[x](demand:", "as_of: 2031-01-01\n", "{% extends \"theme/base.html\" %}\n", "a" * 3000]


class Server:
    """A language server over pipes, whose answers a thread reads."""

    def __init__(self, folder):
        self.process = subprocess.Popen([PROGRAM, "lsp"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.answers = queue.Queue()
        self.problems = {}
        threading.Thread(target=self.read, daemon=True).start()
        self.number = 0
        self.ask("initialize", {"rootUri": folder.as_uri(), "capabilities": {
            "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["rename"]}}}})

    def read(self):
        output = self.process.stdout
        while line := output.readline():
            length = int(line.split(b":")[1])
            assert output.readline() == b"\r\n"
            message = json.loads(output.read(length))
            if message.get("method") == "textDocument/publishDiagnostics":
                self.problems[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif str(message.get("id", "")).startswith("probe"):
                self.answers.put(message["id"])

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    @staticmethod
    def frame(message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        return b"Content-Length: %d\r\n\r\n" % len(body) + body

    def tell(self, method, params):
        self.write(self.frame({"method": method, "params": params}))

    def ask(self, method, params):
        """Sends a request until it is answered: a broken frame before it may have swallowed it."""
        for wait in (20, 5, 5, 20):
            self.number += 1
            identity = f"probe-{self.number}"
            self.write(self.frame({"id": identity, "method": method, "params": params}))
            end = time.monotonic() + wait
            while time.monotonic() < end and self.process.poll() is None:
                try:
                    if self.answers.get(timeout=.5) == identity:
                        return
                except queue.Empty:
                    pass
            self.write(b" " * 70_000)
        raise AssertionError(f"no answer; exit status {self.process.poll()}")

    def memory(self):
        with open(f"/proc/{self.process.pid}/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) / 1024

    def shown(self):
        return {uri: found for uri, found in self.problems.items() if found}


def test_no_message_ends_the_server(tmp_path):
    """LSP_FUZZ_SECONDS sets for how long (`make fuzz-lsp`)."""
    folder = tmp_path.resolve()
    shutil.copytree(CONTENT, folder / "content")
    shutil.copytree(ROOT / "templates", folder / "templates")
    paths = sorted((folder / "content").rglob("*.md")) + [folder / "templates/base.html", folder / "content/theme.css",
                                                           folder / "content/demands/new.md", folder / "elsewhere/x.md"]
    uris = [path.as_uri() for path in paths]
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    values = [None, 1, -1, 1e300, 9223372036854775807, "", [], {}, [[[]]], True, "\0", {"line": -5, "character": 99999999999},
              {"start": {"line": 9, "character": 0}, "end": {"line": 0, "character": 0}}, [{"text": "---\n"}], {"uri": "file://%zz"},
              {"uri": "untitled:x", "version": 1}, "x" * 5000]
    names = ["textDocument", "position", "range", "newName", "context", "contentChanges", "query", "command", "arguments", "changes", "id"]
    server = Server(folder)
    version = 0

    def place():
        return {"line": chance.randrange(60), "character": chance.randrange(60)}

    def message():
        nonlocal version
        version += 1
        uri = chance.choice(uris)
        kind = chance.random()
        if kind < .15:
            path = paths[uris.index(uri)]
            text = path.read_text() if path.exists() and chance.random() < .7 else chance.choice(PIECES)
            return {"method": "textDocument/didOpen", "params": {"textDocument": {
                "uri": uri, "languageId": "markdown", "version": version, "text": text}}}
        if kind < .5:
            start, end = place(), place()
            change = {"text": chance.choice(PIECES)}
            if chance.random() < .95:
                change["range"] = {"start": start, "end": end if chance.random() < .2 else start}
            return {"method": "textDocument/didChange", "params": {
                "textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}}
        if kind < .55:
            return {"method": "textDocument/didClose", "params": {"textDocument": {"uri": uri}}}
        if kind < .58:
            return {"method": "workspace/didChangeWatchedFiles", "params": {"changes": [{"uri": uri, "type": 2}]}}
        params = {"textDocument": {"uri": uri}, "position": place(), "range": {"start": place(), "end": place()},
                  "newName": chance.choice(["zz", "", "A b", "x/y", "ä", "nine-percent"]), "query": chance.choice(["", "pay", "\0"]),
                  "context": {"includeDeclaration": True}, "command": "explainer.explain", "arguments": ["unknown-reference"]}
        if kind < .65:
            for name in chance.sample(names, 3):
                params[name] = chance.choice(values)
        return {"id": chance.choice([version, str(version), version, None, -1]), "method": chance.choice(METHODS), "params": params}

    seconds = float(os.environ.get("LSP_FUZZ_SECONDS", "4"))
    start = time.monotonic()
    early = None
    while time.monotonic() < start + seconds:
        for _ in range(40):
            data = Server.frame(message())
            kind = chance.random()
            if kind < .01:
                data = bytes(chance.randrange(256) for _ in range(chance.randrange(200)))
            elif kind < .02:
                data = data[:chance.randrange(len(data))]
            elif kind < .03:
                data = data.replace(b"Content-Length: ", chance.choice([b"Content-Length: 9", b"Content-Length: -", b"content-length:", b""]))
            elif kind < .05:
                at = chance.randrange(len(data))
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1:]
            server.write(data)
        server.ask("workspace/symbol", {"query": ""})
        assert server.process.poll() is None, f"seed {seed}"
        if early is None and time.monotonic() > start + seconds / 4:
            early = server.memory()
    # What was typed is forgotten, and the problems are again those of the files.
    for uri in uris * 2:
        server.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        server.ask("workspace/symbol", {"query": ""})
    time.sleep(.5)
    server.ask("textDocument/hover", {"textDocument": {"uri": uris[0]}, "position": {"line": 0, "character": 0}})
    fresh = Server(folder)
    fresh.ask("textDocument/hover", {"textDocument": {"uri": uris[0]}, "position": {"line": 0, "character": 0}})
    assert server.shown() == fresh.shown(), f"seed {seed}"
    late = server.memory()
    print(f"{version} messages; memory {early:.1f} MiB, then {late:.1f} MiB")
    assert late < early * 1.5 + 40, f"seed {seed}"
    for one in (server, fresh):
        one.ask("shutdown", None)
        one.tell("exit", None)
        assert one.process.wait(20) == 0
