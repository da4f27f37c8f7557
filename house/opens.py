"""`python -m house.opens program`: fails where Playwright cannot open a page in a Chromium."""

import sys

from playwright.sync_api import sync_playwright


def opens(program: str) -> None:
    """Open a page in it."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"], timeout=60_000
        )
        opened.new_page().goto("data:text/html,here")
        opened.close()


if __name__ == "__main__":
    opens(sys.argv[1])
