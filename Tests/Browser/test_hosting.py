"""A site behind nginx, in a sub-path and under a strict policy, with the lines that `docs/content/hosting.md` gives; and what its
other recipes run."""
import pathlib
import re
import shutil
import socket
import subprocess
import time
import tomllib
import urllib.error
import urllib.request

import pytest
import yaml

from drawing_page import ROOT
from site_pages import PROGRAM, SITES, one_of_each_kind

NGINX = next((path for path in (shutil.which("nginx"), "/usr/sbin/nginx", ROOT / ".build/nginx/usr/sbin/nginx")
              if path and pathlib.Path(path).exists()), None)
RECIPES = ROOT / "docs/hosting"


def documented_block(output):
    """The lines of the guide, for an output folder."""
    guide = (ROOT / "docs/content/hosting.md").read_text()
    block = re.search(r"```text\n(location = /story .*?)```", guide, re.S).group(1)
    include = re.search(r"`(include [^`]*;)`", guide).group(1)
    return (block + include).replace("/srv/www/story", str(output))


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of the folder that the site is in."""
    if NGINX is None:
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("hosting")
    shutil.copytree(SITES["strike"], folder / "content")
    settings = folder / "content/site.md"
    settings.write_text(settings.read_text().replace(
        "---\n", "---\nbase_url: https://example.org/story/\nredirects: nginx\ngone: taken-away.html\n", 1))
    demand = folder / "content/demands/first-claim.md"
    demand.write_text(demand.read_text().replace("---\n", "---\nmoved_from: demands/old-claim.html\n", 1))
    event = folder / "content/event.md"
    event.write_text(event.read_text().replace("---\n", "---\nmoved_from: former/\n", 1))
    output = folder / "public"
    subprocess.run(
        [PROGRAM, "build", "--content", folder / "content", "--templates", ROOT / "templates", "--output", output],
        check=True, capture_output=True, text=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    paths = "".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(f"""
        daemon off; pid {folder}/pid; error_log {folder}/log;
        events {{ }}
        http {{
          access_log off; {paths}
          types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg; application/json json; text/csv csv; }}
          server {{ listen 127.0.0.1:{port}; absolute_redirect off; {documented_block(output)} }}
        }}""")
    # nginx opens its built-in log before it reads the file; a worker of root could not read a folder of root's.
    user = [] if subprocess.run(["id", "-u"], capture_output=True, text=True).stdout.strip() != "0" else ["user root;"]
    server = subprocess.Popen(
        [NGINX, "-p", folder, "-e", folder / "log", "-c", folder / "nginx.conf", *(["-g", user[0]] if user else [])])
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                assert server.poll() is None, (folder / "log").read_text()
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/story", output
    finally:
        server.terminate()
        server.wait(10)


class Unfollowed(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


def get(url):
    try:
        return urllib.request.build_opener(Unfollowed).open(url, timeout=10)
    except urllib.error.HTTPError as answer:
        return answer


@pytest.mark.parametrize("path, status, kind", [
    ("/", 200, "text/html"), ("/demands/first-claim.html", 200, "text/html"),
    ("/feed.xml", 200, "application/atom+xml; charset=utf-8"), ("/feed.json", 200, "application/feed+json; charset=utf-8"),
    ("/deadlines.ics", 200, "text/calendar; charset=utf-8"), ("/former/deadlines.ics", 301, None),
    ("/event.json", 200, "application/json"), ("/data/demands.csv", 200, "text/csv"),
    ("/assets/style.css", 200, "text/css"), ("/nothing.html", 404, "text/html"), ("/a/b/nothing", 404, "text/html"),
    ("/taken-away.html", 410, None),
])
def test_it_answers_with_the_type_that_programs_expect(address, path, status, kind):
    answer = get(address[0] + path)
    assert answer.status == status
    if kind:
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["Content-Security-Policy"] == "default-src 'self'"


@pytest.mark.parametrize("old, new", [
    ("/demands/old-claim.html", "/story/demands/first-claim.html"), ("/former/", "/story/"), ("/former/index.html", "/story/"),
    ("/former/demands/first-claim.html", "/story/demands/first-claim.html"),
    ("/former/feed.xml", "/story/feed.xml"), ("/former/event.json", "/story/event.json"), ("", "/story/"),
])
def test_it_redirects_from_old_addresses(address, old, new):
    answer = get(address[0] + old)
    assert (answer.status, answer.headers["Location"]) == (301, new)
    assert get(address[0].removesuffix("/story") + new).status == 200


def test_pages_the_page_for_lost_addresses_and_search_work_under_the_policy(address, browser):
    url, output = address
    faults = []
    page = browser.new_page()
    page.on("console", lambda message: message.type in ("error", "warning") and "404" not in message.text
            and faults.append(f"{page.url}: {message.text}"))
    # What is still loading when the next page is opened is not a fault.
    page.on("requestfailed", lambda request: request.failure != "net::ERR_ABORTED"
            and faults.append(f"{page.url}: {request.url}"))
    for file in one_of_each_kind(output).values():
        page.goto(f"{url}/{file.relative_to(output)}")
    page.goto(url + "/a/b/nothing.html")
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != "" and page.locator("link[rel=stylesheet]").count()
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length)")
    home = page.locator("a[href$='/story/'], a[href$='/story/index.html']").first
    assert home.count() == 1
    page.goto(url + "/search.html")
    page.locator("input[type=search]").first.fill("port")
    page.locator("main a[href*='demands/']").first.wait_for()
    page.close()
    assert not faults, "\n".join(faults)


# MARK: Recipes for hosts that no test reaches


def site(folder):
    """The program on the path, and a site in a fresh copy, as on a machine that builds for each change."""
    (folder / "bin").mkdir()
    shutil.copy(PROGRAM, folder / "bin/explainer")
    shutil.copytree(ROOT / "templates", folder / "share/explainer/templates")
    shutil.copytree(ROOT / "content", folder / "site/content")
    return folder / "site", {"PATH": f"{folder / 'bin'}:/usr/bin:/bin"}


def test_the_steps_of_the_workflow_build_the_folder_that_it_publishes(tmp_path):
    place, environment = site(tmp_path)
    steps = yaml.safe_load((RECIPES / "github-pages.yml").read_text())["jobs"]["publish"]["steps"]
    commands = [step["run"].strip() for step in steps if "run" in step]
    assert [command.split()[0] for command in commands] == ["./install-explainer", "explainer", "explainer"]
    for command in commands[1:]:
        run = subprocess.run(["bash", "-ec", command], cwd=place, env=environment, capture_output=True, text=True)
        assert run.returncode == 0, run.stdout + run.stderr
    [upload] = [step for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    assert (place / upload["with"]["path"] / "index.html").exists()


def test_a_problem_stops_the_workflow_and_is_shown_at_its_line(tmp_path):
    place, environment = site(tmp_path)
    demand = place / "content/demands/all-lawful-uses.md"
    demand.write_text(demand.read_text().replace("from: department-of-war", "from: department-of-wra"))
    [check] = re.findall(r"run: (explainer check .*)", (RECIPES / "github-pages.yml").read_text())
    run = subprocess.run(["bash", "-ec", check], cwd=place, env=environment, capture_output=True, text=True)
    assert run.returncode == 1
    assert re.search(r"(?m)^::error file=content/demands/all-lawful-uses\.md,line=4,endLine=4,col=7,endColumn=24", run.stdout), run.stdout


def test_other_recipes_publish_the_folder_of_a_build():
    assert tomllib.loads((RECIPES / "netlify.toml").read_text()) == {"build": {"publish": "public"}}
    command = (RECIPES / "s3.sh").read_text()
    assert command.split()[:4] == ["aws", "s3", "sync", "public/"]
    assert subprocess.run(["bash", "-n", RECIPES / "s3.sh"]).returncode == 0
