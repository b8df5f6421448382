"""`explainer serve` in a real browser, and attacked over a raw socket."""
import contextlib
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import time

import pytest

from drawing_page import ROOT
from site_pages import PROGRAM

DEMAND = "demands/all-lawful-uses"


class Serving:
    """A running server with its own copy of the example."""

    def __init__(self, folder, *arguments):
        self.folder = folder
        self.arguments = arguments
        if not (folder / "content").exists():
            shutil.copytree(ROOT / "content", folder / "content")
            shutil.copytree(ROOT / "templates", folder / "templates")
        self.start()

    def start(self, port="0"):
        self.errors = open(self.folder / "errors.txt", "a+")
        arguments = [] if "--port" in self.arguments else ["--port", str(port)]
        self.process = subprocess.Popen(
            [PROGRAM, "serve", *arguments, *self.arguments], cwd=self.folder, stdout=subprocess.PIPE,
            stderr=self.errors, text=True)
        line = self.process.stdout.readline()
        self.address = re.search(r"http://\S+:\d+/", line)[0]
        self.port = int(self.address.rstrip("/").rsplit(":", 1)[1])

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(timeout=10)
        self.process.stdout.close()
        self.errors.close()
        return status

    def edit(self, path, old, new):
        file = self.folder / path
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new, 1))

    def send(self, data, wait=5, ends=False):
        """The bytes that are answered to some bytes, until the connection is closed."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as connection:
            with contextlib.suppress(OSError):
                connection.sendall(data)
                if ends:
                    connection.shutdown(socket.SHUT_WR)
            answer = b""
            with contextlib.suppress(OSError):
                while piece := connection.recv(65536):
                    answer += piece
            return answer

    def get(self, target, *headers, method="GET", host=None):
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host or f'localhost:{self.port}'}", "Connection: close", *headers]
        return self.send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n")

    def status(self, *arguments, **options):
        answer = self.get(*arguments, **options)
        return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Serving(tmp_path_factory.mktemp("served"), "--editor", "vscode")
    yield server
    assert server.stop() == 130


@pytest.fixture
def page(browser, server):
    context = browser.new_context()
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    assert page.errors == []
    context.close()


# MARK: Requests


@pytest.mark.parametrize("target, status", [
    ("/", 200), (f"/{DEMAND}.html", 200), ("/../../etc/passwd", 404), ("/%2e%2e/%2e%2e/etc/passwd", 404),
    ("/..%2f..%2fetc/passwd", 404), ("/.%2e/etc/passwd", 404), ("/%252e%252e/etc/passwd", 404), ("/..%5cetc", 404),
    ("/content/site.md", 404), ("/../content/site.md", 404), ("//etc/passwd", 404), ("/%", 400), ("/%00", 400),
    ("/%ff", 400), ("http://localhost/", 400), ("etc", 400), ("/#x", 400), ("/" + "a" * 9000, 414),
])
def test_answers_a_target(server, target, status):
    answer = server.get(target)
    # The parser of HTTP rejects some before they are read as a path.
    assert int(answer.split(b" ", 2)[1]) in {status, 400 if status == 400 else status}
    assert b"root:" not in answer
    if b"400 Bad Request" not in answer.split(b"\r\n", 1)[0] or b"Cache-Control" in answer:
        assert b"no-store" in answer and b"nosniff" in answer
    assert b"Access-Control" not in answer and b"ETag" not in answer


@pytest.mark.parametrize("host, origin, fetch, status", [
    (None, None, None, 200), ("127.0.0.1:{}", None, None, 200), ("evil.test:{}", None, None, 403),
    ("evil.test", None, None, 403), ("127.0.0.1", None, None, 403), (None, "http://localhost:{}", None, 200),
    (None, "http://evil.test", None, 403), (None, "http://192.168.0.9:{}", None, 403), (None, "null", None, 403),
    (None, None, "cross-site", 403), (None, None, "same-origin", 200),
])
def test_answers_its_own_pages_only(server, host, origin, fetch, status):
    headers = [f"Origin: {origin.format(server.port)}"] if origin else []
    headers += [f"Sec-Fetch-Site: {fetch}"] if fetch else []
    for target in ("/", "/_explainer/problems"):
        assert server.status(target, *headers, host=host and host.format(server.port)) == status


def test_answers_no_other_method(server):
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert server.status("/", "Content-Length: 0", method=method) == 405


def test_closes_connections_with_too_much(server):
    line = b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"
    assert server.send(line).startswith((b"HTTP/1.1 400", b"HTTP/1.1 414", b""))
    head = b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200_000 + b"\r\n"
    assert not server.send(head).startswith(b"HTTP/1.1 200")
    body = f"POST / HTTP/1.1\r\nHost: localhost:{server.port}\r\nContent-Length: 9000000\r\n\r\n".encode() + b"x" * 9_000_000
    assert not server.send(body).startswith(b"HTTP/1.1 200")
    assert server.status("/") == 200


def test_no_bytes_end_the_process(server):
    """SERVE_FUZZ_SECONDS sets for how long (`make fuzz-serve`)."""
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    pieces = [b"GET ", b"HEAD ", b"/", b"..", b"%2e", b"%", b"\r\n", b"\n", b"\r", b"\0", b" HTTP/1.1", b" HTTP/9.9", b"Host: ",
              f"localhost:{server.port}".encode(), b"Origin: ", b"null", b"Transfer-Encoding: chunked", b"Content-Length: -1",
              b"Content-Length: 5", b"ffffffffffffffff\r\n", b"0\r\n\r\n", b"_explainer/events", b"\xff\xfe", b"#", b"?", b" ", b":",
              b"Upgrade: websocket\r\nConnection: Upgrade", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"Expect: 100-continue", b"a" * 9000]
    end = time.monotonic() + float(os.environ.get("SERVE_FUZZ_SECONDS", "3"))
    count = 0
    while time.monotonic() < end:
        data = b"".join(chance.choice(pieces) for _ in range(chance.randrange(1, 30)))
        if chance.random() < .5:
            data = b"GET /" + data + b"\r\n\r\n"
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port), timeout=1) as connection:
            connection.sendall(data)
            if chance.random() < .5:
                connection.shutdown(socket.SHUT_WR)
                connection.settimeout(.05)
                with contextlib.suppress(OSError):
                    connection.recv(4096)
        count += 1
        assert server.process.poll() is None, f"seed {seed}"
    assert count > 100
    assert server.status("/") == 200


# MARK: Pages


def test_reloads_a_saved_page_at_the_same_place(server, page):
    page.goto(server.address + DEMAND + ".html")
    page.wait_for_timeout(500)
    page.evaluate("window.isOld = true; scrollTo(0, 300)")
    place = page.evaluate("scrollY")
    file = f"content/{DEMAND}.md"
    (server.folder / file).write_text((server.folder / file).read_text() + "\nA sentence that is new.\n")
    page.wait_for_function("document.body.textContent.includes('A sentence that is new.')")
    page.wait_for_function(f"scrollY === {place}")
    assert not page.evaluate("window.isOld === true")


def test_does_not_reload_a_page_that_is_the_same(server, page):
    page.goto(server.address + "about.html")
    page.wait_for_timeout(500)
    page.evaluate("window.isOld = true")
    text = (server.folder / f"content/{DEMAND}.md").read_text()
    (server.folder / f"content/{DEMAND}.md").write_text(text + "\nAnother one.\n")
    page.wait_for_timeout(1000)
    assert page.evaluate("window.isOld === true")


def test_exchanges_styles_without_a_reload(server, page):
    page.goto(server.address)
    page.wait_for_timeout(500)
    page.evaluate("window.isOld = true")
    style = server.folder / "templates/assets/style.css"
    style.write_text(style.read_text() + "\nbody { outline: 3px solid rgb(1, 2, 3); }\n")
    page.wait_for_function("getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'")
    assert page.evaluate("window.isOld === true")


def test_shows_problems_and_marks_and_recovers(server, page):
    page.goto(server.address + DEMAND + ".html")
    page.wait_for_timeout(500)
    file = server.folder / f"content/{DEMAND}.md"
    good = file.read_text()
    file.write_text(good + "\nSee [what is missing](demand:not-there).\n")
    page.wait_for_selector("mark[data-unresolved='demand:not-there']")
    panel = page.locator("explainer-problems details")
    panel.locator("li").first.wait_for()
    assert "1 error" in panel.locator("summary").inner_text()
    assert "there is no demand 'not-there'" in panel.inner_text()
    link = panel.locator("a").get_attribute("href")
    assert re.fullmatch(rf"vscode://file{re.escape(os.path.realpath(file))}:\d+:\d+", link)

    # What a field names has no place of its own on the page.
    file.write_text(re.sub(r"(?m)^to: .*$", "to: nobody-known", good))
    page.wait_for_selector("h1 + p mark[data-unresolved='party:nobody-known']")
    file.write_text(good + "\nSee [what is missing](demand:not-there).\n")
    page.wait_for_selector("mark[data-unresolved='demand:not-there']")

    # A file that cannot be parsed keeps its last good state.
    file.write_text("---\ntitle: [Pay\n")
    panel.get_by_text("not closed").first.wait_for()
    assert page.locator("mark[data-unresolved]").count() == 1

    # What a file says is shown as text.
    file.write_text(re.sub(r"(?m)^to: .*$", "to: '<img src=x onerror=alert(1)>'", good))
    panel.get_by_text("onerror").first.wait_for()
    assert page.evaluate("document.querySelector('explainer-problems').shadowRoot.querySelector('img')") is None
    file.write_text(good)
    page.wait_for_function("!document.querySelector('explainer-problems') && !document.querySelector('mark')")


@pytest.mark.parametrize("command", [
    "cp {0} {0}.tmp && printf '\\n%s\\n' {1} >> {0}.tmp && mv {0}.tmp {0}",
    "mv {0} {0}~ && cp {0}~ {0} && printf '\\n%s\\n' {1} >> {0} && rm {0}~",
    "vim -es -c 'normal Go{1}' -c wq {0}",
])
def test_sees_every_way_of_saving(server, page, command):
    if command.startswith("vim") and not shutil.which("vim"):
        pytest.skip("vim is not installed")
    page.goto(server.address + DEMAND + ".html")
    page.wait_for_timeout(400)
    for number in range(2):
        word = f"Saved{random.randrange(1 << 30)}x{number}"
        subprocess.run(command.format(f"content/{DEMAND}.md", word), shell=True, cwd=server.folder, check=True)
        page.wait_for_function(f"document.body.textContent.includes('{word}')")


def test_follows_new_and_deleted_pages(server, page):
    page.goto(server.address + "notes.html")
    assert page.title() != "Notes"
    page.wait_for_timeout(400)
    (server.folder / "content/notes.md").write_text("---\ntitle: Notes\n---\nSome.\n")
    page.wait_for_function("document.title.includes('Notes')")
    (server.folder / "content/notes.md").unlink()
    page.wait_for_function("!document.title.includes('Notes')")
    assert server.status("/notes.html") == 404


def test_a_ninth_tab_loads(server, browser):
    context = browser.new_context()
    pages = [context.new_page() for _ in range(9)]
    for tab in pages:
        tab.goto(server.address, timeout=5000)
    pages[-1].wait_for_timeout(400)
    file = server.folder / "content/event.md"
    file.write_text(file.read_text() + "\nIn all tabs.\n")
    for tab in pages:
        tab.wait_for_function("document.body.textContent.includes('In all tabs.')")
    context.close()


def test_a_page_of_another_site_reads_nothing(server, page):
    other = server.address.replace("127.0.0.1", "localhost")
    page.goto(other)
    page.wait_for_timeout(300)
    results = page.evaluate("""async (own) => {
        const results = [];
        for (const path of ["", "_explainer/events", "_explainer/problems", "event.json"]) {
            try { results.push((await fetch(own + path)).status); } catch { results.push("failed"); }
            try { results.push((await fetch(own + path, { mode: "no-cors" })).status); } catch { results.push("failed"); }
        }
        return results;
    }""", f"http://127.0.0.1:{server.port}/")
    assert results == ["failed"] * 8


# MARK: The command


def test_writes_nothing(tmp_path):
    server = Serving(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert server.status("/") == 200
    server.edit("content/about.md", "---\n", "---\n\n")
    time.sleep(.5)
    assert sorted(tmp_path.rglob("*")) == before
    build = subprocess.run([PROGRAM, "build", "--quiet"], cwd=tmp_path, capture_output=True, text=True)
    assert build.returncode == 0
    # The bytes of a build, and one script after each page.
    for file in sorted((tmp_path / "public").rglob("*")):
        if file.is_file() and not file.name.startswith("."):
            body = server.get("/" + str(file.relative_to(tmp_path / "public"))).split(b"\r\n\r\n", 1)[1]
            rest = body.removeprefix(file.read_bytes())
            is_page = file.suffix == ".html" and b"page-redirect" not in body
            assert (re.fullmatch(rb'<script src="/_explainer/preview.js" data-page="[0-9a-f]+"></script>\n', rest)
                    if is_page else rest == b""), file
    assert server.stop() == 130


def test_says_which_port_it_took(tmp_path):
    first = Serving(tmp_path, "--port", "0")
    again = subprocess.run([PROGRAM, "serve", "--port", str(first.port)], cwd=tmp_path, capture_output=True, text=True)
    assert again.returncode == 3 and "Address already in use" in again.stderr and "--port" in again.stderr
    first.stop()
    usual = [subprocess.Popen([PROGRAM, "serve"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
             for _ in range(2)]
    ports = {re.search(r":(\d+)/", process.stdout.readline())[1] for process in usual}
    for process in usual:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 143
    errors = "".join(process.communicate()[1] for process in usual)
    assert len(ports) == 2 and "is in use" in errors


def test_warns_if_other_machines_are_served(tmp_path):
    server = Serving(tmp_path, "--host", "0.0.0.0", "--allow-host", "harbour.test")
    assert "other machines" in (tmp_path / "errors.txt").read_text()
    assert server.status("/", host=f"harbour.test:{server.port}") == 200
    assert server.status("/", host=f"other.test:{server.port}") == 403
    server.stop()


def test_shows_drafts_and_an_earlier_day_if_asked(tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (content / "site.md").write_text("---\ntitle: Harbour\n---\n")
    (content / "event.md").write_text(
        "---\ntitle: Dues\nsummary: S.\nparties:\n- {id: a, name: A, kind: union}\n- {id: b, name: B, kind: company}\n---\n")
    (content / "demands").mkdir()
    for name, lines in {"pay": "date: 2026-05-02", "later": "date: 2026-05-20", "unfinished": "date: 2026-05-03\ndraft: true"}.items():
        (content / f"demands/{name}.md").write_text(f"---\ntitle: The {name} one\nfrom: a\nto: b\n{lines}\n---\n")
    for options, pages in [((), {"pay", "later"}), (("--drafts",), {"pay", "later", "unfinished"}),
                           (("--as-of", "2026-05-10"), {"pay"})]:
        server = Serving(tmp_path, *options)
        shown = {name for name in ("pay", "later", "unfinished") if server.status(f"/demands/{name}.html") == 200}
        assert shown == pages, options
        # What is written while the server runs is treated alike.
        (content / "demands/new.md").write_text("---\ntitle: New\nfrom: a\nto: b\ndate: 2026-05-20\ndraft: true\n---\n")
        time.sleep(1)
        assert server.status("/demands/new.html") == (200 if options == ("--drafts",) else 404), options
        (content / "demands/new.md").unlink()
        assert server.stop() == 130


def test_polls_and_reloads_after_a_restart(tmp_path, browser):
    server = Serving(tmp_path, "--poll")
    page = browser.new_page()
    page.goto(server.address)
    page.wait_for_timeout(300)
    server.edit("content/event.md", "title: ", "title: Polled ")
    page.wait_for_function("document.title.includes('Polled')")
    port = server.port
    server.stop()
    server.edit("content/event.md", "title: Polled", "title: Restarted")
    server.start(port)
    page.wait_for_function("document.title.includes('Restarted')")
    page.close()
    server.stop()


def test_begins_without_a_site(tmp_path, browser):
    (tmp_path / "content").mkdir()
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    server = Serving(tmp_path)
    page = browser.new_page()
    assert page.goto(server.address).status == 503
    page.locator("explainer-problems li").first.wait_for()
    (tmp_path / "content/site.md").write_text("---\ntitle: Harbour\n---\n")
    (tmp_path / "content/event.md").write_text("---\ntitle: Dues\nsummary: S.\n---\nText.\n")
    page.wait_for_function("document.title.includes('Dues')")
    page.close()
    server.stop()


def test_keeps_descriptors_and_memory(tmp_path):
    """SERVE_SOAK_SECONDS sets for how long (`make soak-serve`)."""
    server = Serving(tmp_path)
    seconds = float(os.environ.get("SERVE_SOAK_SECONDS", "6"))
    chance = random.Random(1)
    files = sorted((tmp_path / "content").rglob("*.md"))
    texts = {file: file.read_text() for file in files}

    def state():
        process = f"/proc/{server.process.pid}"
        memory = int(re.search(r"VmRSS:\s+(\d+)", open(process + "/status").read())[1])
        return memory / 1024, len(os.listdir(process + "/fd"))

    def run(end):
        number = 0
        while time.monotonic() < end:
            number += 1
            file = chance.choice(files)
            file.write_text(chance.choice([texts[file], texts[file] + f"\nText {number}.\n", "---\ntitle: [\n"]))
            if number % 5 == 0:
                (tmp_path / f"content/new-{number % 7}").mkdir(exist_ok=True)
                shutil.rmtree(tmp_path / f"content/new-{(number + 3) % 7}", ignore_errors=True)
            server.status(chance.choice(["/", "/timeline.html", f"/{DEMAND}.html", "/search.json", "/nothing"]))
            if number % 3 == 0:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port)) as stream:
                    stream.sendall(f"GET /_explainer/events HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n".encode())
                    stream.recv(100)
            time.sleep(.004)
        for file in files:
            file.write_text(texts[file])

    if not os.path.exists("/proc/self/status"):
        pytest.skip("the system does not tell memory and descriptors")
    run(time.monotonic() + max(3, seconds / 4))
    time.sleep(.5)
    before = state()
    run(time.monotonic() + seconds)
    time.sleep(1)
    after = state()
    print(f"memory {before[0]:.1f} MiB, then {after[0]:.1f} MiB; descriptors {before[1]}, then {after[1]}")
    assert after[1] <= before[1] + 2
    assert after[0] <= before[0] * 1.15 + 8
    assert server.status("/") == 200
    server.stop()
