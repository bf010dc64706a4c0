"""How fast pages come through Varnish, as a share of how fast nginx hands out a file of the same size."""

import getpass
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tools import ROOT
from tools.bench.figures import Figure
from tools.delivery_bench.load import GZIP, IDENTITY, load
from tools.delivery_bench.parts.pages import addresses_of
from tools.delivery_bench.processes import program
from tools.delivery_bench.site import CACHED, HOST, Site, free_port, read, running, wait_for
from tools.delivery_bench.sizes import Size

VCL = ROOT / "deploy" / "varnish" / "default.vcl"
LEAST, AIM = 0.5, 0.8
CONNECTIONS = 16
PROGRAMS = ("wrk", "varnishd", "nginx")
FILE = "page.html"
NGINX = """
daemon off;
user {user};
worker_processes auto;
pid {folder}/nginx.pid;
error_log stderr error;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    default_type text/html;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{ listen {host}:{port}; root {folder}/files; }}
}}
"""


def figures(site: Site, size: Size) -> Iterator[Figure]:
    """Yield a figure for each page as browsers ask for it, which has a limit, then without compression."""
    for name in PROGRAMS:
        program(name)
    port = free_port()
    settings = {"FRONTEND_CACHE": "varnish", "FRONTEND_CACHE_LOCATION": f"http://{HOST}:{port}", **CACHED}
    addresses = addresses_of(size)
    folder = site.folder / "nginx"
    (folder / "files").mkdir(parents=True)
    with site.served(**settings), varnish(site, port) as before, nginx(folder) as files:
        for encoding in (GZIP, IDENTITY) if size.beside else (GZIP,):
            for name, path in addresses.items():
                content = read(f"{before}{path}", encoding)
                (folder / "files" / FILE).write_bytes(content)
                compare = (f"{before}{path}", f"{files}/{FILE}")
                said = f"{name}, {'compressed' if encoding == GZIP else 'not compressed'}"
                yield compared(said, compare, len(content), size, encoding)


def compared(name: str, addresses: tuple[str, str], length: int, size: Size, encoding: str) -> Figure:
    """Ask Varnish and nginx in turns, and return the median of their ratios."""
    speeds = [
        [load(address, size.seconds, [], CONNECTIONS, encoding).per_second for address in addresses]
        for _round in range(size.rounds)
    ]
    share = median(kept / file for kept, file in speeds)
    said = " and ".join(f"{median(each):,.0f}" for each in zip(*speeds, strict=True))
    remark = f"{said} of nginx a second, {length:,} bytes"
    if encoding == GZIP:
        return Figure(f"Varnish: {name}", share, "×", at_least=LEAST, remark=f"{remark}; the aim is {AIM}")
    return Figure(f"Varnish: {name}", share, "×", remark=remark)


@contextmanager
def varnish(site: Site, port: int) -> Iterator[str]:
    """Run Varnish before a site with the project's own rules, as they are but for the site's port."""
    folder = site.folder / "varnish"
    folder.mkdir()
    rules = re.sub(r'\.port = "\d+"', f'.port = "{site.port}"', VCL.read_text(encoding="utf-8"))
    (folder / "site.vcl").write_text(rules, encoding="utf-8")
    # `-j none`: this user's own rights, in a folder of its own
    command = [program("varnishd"), "-F", "-j", "none", "-n", str(folder / "work"), "-a", f"{HOST}:{port}"]
    command += ["-f", str(folder / "site.vcl"), "-s", "malloc,64m"]
    with running(command, folder / "log", site.environment()) as process:
        wait_for(f"http://{HOST}:{port}/health/live/", process, folder / "log")
        yield f"http://{HOST}:{port}"


@contextmanager
def nginx(folder: Path) -> Iterator[str]:
    """Run nginx on the files of a folder."""
    port = free_port()
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, host=HOST, port=port, user=getpass.getuser()))
    (folder / "files" / "index.html").write_text("ready")
    command = [program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with running(command, folder / "log", {}) as process:
        wait_for(f"http://{HOST}:{port}/", process, folder / "log")
        yield f"http://{HOST}:{port}"
