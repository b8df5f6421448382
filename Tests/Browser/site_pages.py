"""The sites that browser tests and screenshots look at, built with the program of this checkout."""
import contextlib
import functools
import http.server
import os
import pathlib
import subprocess
import threading

from drawing_page import ROOT

PROGRAM = pathlib.Path(os.environ.get("EXPLAINER", ROOT / ".build" / "debug" / "explainer"))
MADE_UP = ROOT / "Tests/SiteTests/Sites"
SITES = {"example": ROOT / "content"} | {folder.name: folder / "content" for folder in sorted(MADE_UP.iterdir()) if folder.is_dir()}
ENTRIES = ("parties", "people", "demands", "refusals", "responses", "threats", "statements")


def build(name, folder):
    """Builds one of the sites into a folder, and returns it."""
    subprocess.run(
        [PROGRAM, "build", "--content", SITES[name], "--templates", ROOT / "templates", "--output", folder],
        check=True, capture_output=True, text=True)
    return folder


class Strict(http.server.SimpleHTTPRequestHandler):
    """Serves files with the strictest policy that pages must work under."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def log_message(self, *arguments):
        pass


class Below(Strict):
    """A host that has the site in its folder /story/, and shows 404.html for every address that it does not have."""

    def send_head(self):
        path = self.path.split("?")[0]
        if path.startswith("/story/"):
            self.path = path.removeprefix("/story")
            if os.path.isfile(self.translate_path(self.path)):
                return super().send_head()
        page = pathlib.Path(self.directory, "404.html")
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        return page.open("rb")


@contextlib.contextmanager
def served(folder, host=Strict):
    """The address at which a folder is served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(host, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def kind_of(page):
    """What kind of page a file is, by its place; pages of one name in several folders are one kind."""
    if page.parent.name in ENTRIES:
        return page.parent.name
    if page.parent.name == "embed":
        return "embed-" + page.stem.split("-")[0]
    return page.stem if page.stem != "index" else "event" if "page-event" in page.read_text() else "home"


def one_of_each_kind(folder):
    """One page of every kind, by its kind: of entries the largest, which has the most to go wrong; redirects left out.

    Not 404.html: its links start at the root of a host, so that it works at any depth; it is looked at over HTTP.
    """
    pages = {}
    for page in sorted(folder.rglob("*.html"), key=lambda page: (-page.stat().st_size, str(page))):
        if page.name != "404.html" and "page-redirect" not in page.read_text():
            pages.setdefault(kind_of(page), page)
    assert len(pages) >= 6
    return pages
