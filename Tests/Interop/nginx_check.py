"""Serves a site with nginx and the settings that the site brings, and asks it everything that a visitor could.

Usage: nginx_check.py NGINX ROOT BASE GONE
ROOT is the folder that has the site at BASE ("/" for the site itself); GONE is a page of something that is gone.
"""

import http.client
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time

CONF = """
worker_processes 1;
daemon off;
error_log {work}/error.log;
pid {work}/pid;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c;
  uwsgi_temp_path {work}/d; scgi_temp_path {work}/e;
  include {site}/nginx-http.conf;
  server {{
    listen 127.0.0.1:{port};
    root {root};
    include {site}/nginx.conf;
    location = /elders {{ return 200 "elders"; }}
  }}
}}
"""
SCRIPT = "script-src 'self'; connect-src 'self'; "
wrong = []


def demand(holds, message):
    if not holds:
        wrong.append(message)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(port, path, method="GET"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def secure(path, headers):
    for name, part in {
        "content-security-policy": "frame-ancestors 'none'", "strict-transport-security": "max-age=31536000",
        "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "permissions-policy": "camera=()",
        "cross-origin-opener-policy": "same-origin", "cache-control": "max-age=300",
    }.items():
        demand(part in headers.get(name, ""), f"{path}: {name}: {headers.get(name)}")
    demand("/" not in headers.get("server", ""), f"{path}: server: {headers.get('server')}")


def kind(path):
    name = path.name
    for end, media in {
        "openapi.json": "application/vnd.oai.openapi+json", "404.json": "application/problem+json",
        ".schema.json": "application/schema+json", ".json": "application/json", ".jsonld": "application/ld+json",
        ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8",
        ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".atom": "application/atom+xml",
        ".xml": "application/xml", ".sd-jwt": "application/sd-jwt", ".webp": "image/webp", ".png": "image/png",
    }.items():
        if name.endswith(end):
            return media
    return "text/plain; charset=utf-8"


def check(port, site, base, gone):
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        address = base + "/" + path.relative_to(site).as_posix()
        if path.name in ("nginx.conf", "nginx-http.conf"):
            status, headers, body = ask(port, address)
            demand(status == 404 and b"map $uri" not in body and b"location" not in body, f"{address}: {status}")
            continue
        if path.name == "index.html":
            status, headers, _ = ask(port, address)
            address = address[: -len("index.html")]
            demand((status, headers.get("location")) == (301, address), f"{address}index.html: {status} {headers}")
        status, headers, body = ask(port, address)
        demand(status == (410 if address == base + gone else 200), f"{address}: {status}")
        demand(body == path.read_bytes(), f"{address}: other bytes")
        demand(headers.get("content-type") == kind(path), f"{address}: {headers.get('content-type')}")
        secure(address, headers)
        below = address[len(base) :]
        is_open = below.startswith("/v1/") or below.endswith(".atom") or re.match(
            r"/controle/(checkpoint$|sleutel$|.*\.(json|sd-jwt|tlog-proof)$)", below)
        demand(headers.get("access-control-allow-origin") == ("*" if is_open else None), f"{address}: CORS")
        demand(
            headers.get("cross-origin-resource-policy") == ("cross-origin" if is_open else "same-origin"),
            f"{address}: CORP")
        version = "1.0.0" if below.startswith("/v1/") else None
        demand(headers.get("api-version") == version, f"{address}: API-Version {headers.get('api-version')}")
        meta = re.search(rb'http-equiv="Content-Security-Policy" content="([^"]*)"', body)
        if meta:
            said = headers["content-security-policy"].replace("; frame-ancestors 'none'", "")
            # A header may allow a folder with scripts what a page in it does not use; the page itself is stricter then.
            page = meta[1].decode()
            demand(said in (page, page.replace("base-uri", SCRIPT + "base-uri")), f"{address}: {said} / {page}")
            demand(SCRIPT not in page or SCRIPT in said, f"{address}: its script may not run")
    missing(port, site, base)


def missing(port, site, base):
    folders = [f for f in site.rglob("*") if f.is_dir() and not (f / "index.html").exists()]
    paths = [base + "/" + f.relative_to(site).as_posix() + "/" for f in folders]
    demand(any(path.startswith(base + "/v1") for path in paths), "no folder without a page was found")
    paths += [base + "/nergens/", base + "/nergens.html", base + "/.git/config", base + "/v1/nergens.json",
              base + "/../etc/passwd", base + "/%2e%2e/%2e%2e/etc/passwd", base + "/nergens/index.htm"]
    for path in paths:
        status, headers, body = ask(port, path)
        demand(status in (400, 404), f"{path}: {status}")
        demand(b"Index of" not in body and b"root:" not in body, f"{path}: a listing")
        if status == 404 and "/.." not in path and "%2e" not in path:
            if path.startswith(base + "/v1/"):
                demand(body == (site / "v1/404.json").read_bytes(), f"{path}: not the problem")
                demand(headers.get("content-type") == "application/problem+json", f"{path}: {headers}")
            else:
                demand(body == (site / "404.html").read_bytes(), f"{path}: not the page for who is lost")
            secure(path, headers)
    for path in ["//kwaad.example/index.html", base + "//kwaad.example/index.html"]:
        status, headers, _ = ask(port, path)
        demand("//kwaad" not in headers.get("location", ""), f"{path}: {headers.get('location')}")
    demand(ask(port, base + "/", "POST")[0] == 405, "POST")
    if base:
        status, headers, body = ask(port, "/elders")
        demand((status, body) == (200, b"elders"), f"/elders: {status}")
        demand("content-security-policy" not in headers, "what is not the site has its headers")
        demand(ask(port, base)[1].get("location") == base + "/", "the address without a slash")


def main():
    nginx, root, base, gone = sys.argv[1:]
    base = "" if base == "/" else base
    site = pathlib.Path(root + base)
    with tempfile.TemporaryDirectory() as work:
        port = free_port()
        conf = pathlib.Path(work) / "conf"
        conf.write_text(CONF.format(work=work, site=site, root=root, port=port))
        tried = subprocess.run([nginx, "-t", "-p", work, "-c", conf], capture_output=True, text=True)
        if tried.returncode != 0:
            print(tried.stderr)
            return 1
        server = subprocess.Popen([nginx, "-p", work, "-c", conf], stderr=subprocess.PIPE)
        try:
            for _ in range(100):
                try:
                    ask(port, base + "/")
                    break
                except OSError:
                    time.sleep(0.1)
            check(port, site, base, gone)
        finally:
            server.terminate()
            server.wait(timeout=10)
    for message in wrong[:20]:
        print(message)
    return 1 if wrong else 0


sys.exit(main())
