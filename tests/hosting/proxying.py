"""The web servers of docs/hosting.md, started with the blocks that stand there."""

import os
import re
import socket
import ssl
import subprocess
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from served import Device

HOSTING = Path("docs/hosting.md")
NAMED = "flipchart.example.org"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def block(begins: str) -> str:
    """The indented block of docs/hosting.md after the line that begins so."""
    _, _, after = HOSTING.read_text().partition(f"\nFor {begins}")
    found = re.search(r"\n\n((?:    .*\n)+)", after)
    assert found is not None
    return textwrap.dedent(found[1])


def written(text: str, changes: dict[str, str]) -> str:
    """The block with this machine's ports and names; each has to stand in it."""
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


class Proxy:
    """A web server in front of Footpath, by https and by http."""

    def __init__(self, folder: Path) -> None:
        """Not started yet; Footpath will listen on `footpath`."""
        self.folder, self.http, self.https, self.footpath = (
            folder,
            free_port(),
            free_port(),
            free_port(),
        )
        self.plain, self.base = f"http://localhost:{self.http}", f"https://localhost:{self.https}"
        self.trust = ssl.create_default_context()
        self.trust.check_hostname, self.trust.verify_mode = False, ssl.CERT_NONE

    def device(self, address: str = "127.0.0.2", **headers: str) -> Device:
        """A browser that is elsewhere on the loopback."""
        device = Device(self.base)
        through = httpx.HTTPTransport(verify=self.trust, local_address=address)
        device.http = httpx.Client(
            base_url=self.base,
            transport=through,
            follow_redirects=True,
            timeout=40,
            headers=headers,
        )
        return device

    @contextmanager
    def started(self, command: list[str]) -> Iterator["Proxy"]:
        """Run it until the tests are over."""
        with (self.folder / "log").open("ab") as log:
            env = {**os.environ, "HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder)}
            process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, env=env)
        try:
            for _ in range(100):
                with socket.socket() as trying:
                    if trying.connect_ex(("127.0.0.1", self.https)) == 0:
                        break
                time.sleep(0.1)
            else:
                raise RuntimeError((self.folder / "log").read_text())
            yield self
        finally:
            process.terminate()
            process.wait(timeout=20)


def nginx(proxy: Proxy) -> list[str]:
    """The command that starts nginx with its block."""
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
            "/CN=localhost", "-keyout", "key", "-out", "pem",
        ],
        cwd=proxy.folder, check=True, capture_output=True,
    )  # fmt: skip
    server = written(
        block("nginx"),
        {
            "listen 80;": f"listen 127.0.0.1:{proxy.http};",
            "listen 443 ssl;": f"listen 127.0.0.1:{proxy.https} ssl;",
            f"/etc/ssl/{NAMED}.": f"{proxy.folder}/",
            NAMED: "localhost",
            "127.0.0.1:8000": f"127.0.0.1:{proxy.footpath}",
        },
    )
    kept = "".join(
        f"{kind}_temp_path {proxy.folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if os.geteuid() == 0 else ""
    whole = (
        f"{user}daemon off;\npid {proxy.folder}/pid;\nerror_log stderr;\nevents {{}}\nhttp "
        f"{{\n{kept}{server}}}\n"
    )
    (proxy.folder / "nginx.conf").write_text(whole)
    return [os.environ["NGINX"], "-c", f"{proxy.folder}/nginx.conf", "-p", str(proxy.folder)]


def caddy(proxy: Proxy) -> list[str]:
    """The command that starts Caddy with its block, and certificates of its own."""
    own = (
        f"{{\nhttp_port {proxy.http}\nhttps_port {proxy.https}\nadmin "
        "off\nlocal_certs\nskip_install_trust\n"
    )
    text = written(
        block("Caddy"),
        {
            "{\n    servers {": f"{own}    servers {{",
            NAMED: "localhost",
            "127.0.0.1:8000": f"127.0.0.1:{proxy.footpath}",
        },
    )
    (proxy.folder / "Caddyfile").write_text(text)
    return [os.environ["CADDY"], "run", "--config", "Caddyfile", "--adapter", "caddyfile"]
