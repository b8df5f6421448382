"""What the browser tests share: built sites, a browser, and the example behind a server."""
import pytest
from playwright.sync_api import sync_playwright

import site_pages
from drawing_page import open_browser


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """The output folder of each site, by its name."""
    folder = tmp_path_factory.mktemp("sites")
    return {name: site_pages.build(name, folder / name) for name in site_pages.SITES}


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(sites):
    """The address of the example."""
    with site_pages.served(sites["example"]) as address:
        yield address
