"""The sample in an archive, the portal on it as a user starts it, and a real browser in front."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent.parent
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HOSTILE = """<!doctype html><html lang="ru"><head><meta charset="utf-8">
<title>&lt;script&gt;alert(1)&lt;/script&gt; Мост откроют</title>
<meta property="og:site_name" content="&lt;img src=x onerror=alert(2)&gt;">
<meta property="article:published_time" content="2026-11-08T21:00:00+00:00">
<link rel="canonical" href="javascript:alert(3)"></head><body><article>
<h1>&lt;script&gt;alert(1)&lt;/script&gt; Мост откроют</h1>
<p>Движение по мосту начнётся в пятницу, сообщили в городском управлении &lt;svg onload=alert(4)&gt; транспорта после осмотра опор.</p>
<p>«&lt;script&gt;alert(5)&lt;/script&gt; Мы готовы открыть движение», — сказал инженер Пётр Гаевский на встрече с жителями левого берега.</p>
<p>По его словам, рабочие закончили осмотр опор ещё во вторник, а ограждения снимут ночью, когда на мосту нет машин.</p>
</article></body></html>"""


def letopis(*arguments: str) -> None:
    """Run a verb as a user would."""
    subprocess.run([sys.executable, "-m", "letopis", *arguments], check=True, capture_output=True, cwd=ROOT)


@contextmanager
def served(archive: Path):
    """Yield the address of a portal on an archive."""
    command = [sys.executable, "-m", "letopis", "serve", "--archive", str(archive), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUTF8": "1"}) as portal:
        try:
            yield re.search(r"http://\S+", portal.stdout.readline())[0]
        finally:
            portal.terminate()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where the sample's portal listens."""
    archive = tmp_path_factory.mktemp("sample") / "archive"
    letopis("add", "--archive", str(archive), "sample")
    with served(archive) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_address(tmp_path_factory):
    """Where the portal on a hostile page listens."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "page.html").write_text(HOSTILE, encoding="utf8")
    letopis("add", "--archive", str(folder / "archive"), str(folder / "page.html"))
    with served(folder / "archive") as address:
        yield address


@pytest.fixture(scope="module")
def chromium():
    """A Chromium: Debian's, or else Playwright's own."""
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def shelf():
    """Where screenshots are kept."""
    folder = ROOT / "screenshots"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def window(chromium):
    """Opens a window of a width, and notes whatever its page complains of."""
    opened = []

    def open_window(width: int, scheme: str = "light", locale: str = "ru-RU"):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale, java_script_enabled=True
        )
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (page.complaints.append(dialog.message), dialog.dismiss()))
        opened.append(context)
        return page

    yield open_window
    for context in opened:
        context.close()
