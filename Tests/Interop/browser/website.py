"""A folder of pages, and a server on this machine that serves it and remembers what was asked."""

import http.server
import pathlib
import threading
import urllib.parse

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"


class Site:
    """A folder that is served at an address of its own, until it is closed."""

    def __init__(self, folder, only=None, public=None):
        self.folder = pathlib.Path(folder).resolve()
        self.name = self.folder.name
        self.public = public.rstrip("/") if public else None
        # A site below an address of a host is served below the same address, as its links expect.
        self.base = urllib.parse.urlsplit(self.public).path if public else ""
        self.asked = []
        self.only = only
        site = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *arguments):
                super().__init__(*arguments, directory=str(site.folder))

            def do_GET(self):
                if self.headers.get("Host") != site.host:
                    # Whatever this is, it was not meant for this site.
                    self.send_error(421)
                elif self.path.startswith(site.base + "/"):
                    self.path = self.path.removeprefix(site.base)
                    super().do_GET()
                else:
                    self.send_error(404)

            def log_request(self, code="-", size="-"):
                site.asked.append((self.path, int(code)))

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.root = f"http://{self.host}{self.base}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.files = sorted(self.folder.rglob("*.html"))
        self.trees = {}

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def address(self, file):
        """The address of a page below the root: a folder for `index.html`."""
        path = "/" + file.relative_to(self.folder).as_posix()
        return path.removesuffix("index.html") if path.endswith("/index.html") else path

    @property
    def pages(self):
        """Every page that is looked at: its address, and its file."""
        all_pages = {self.address(file): file for file in self.files}
        return {self.only: all_pages[self.only]} if self.only else all_pages

    def tree(self, file):
        """The page as an HTML parser reads it, and what that parser found wrong with it."""
        if file not in self.trees:
            parser = html5lib.HTMLParser()
            # The default of the character set is given, so that a page that does not say it is not read as Windows-1252.
            tree = parser.parse(file.read_bytes(), likely_encoding="utf-8")
            self.trees[file] = (tree, parser.errors)
        return self.trees[file]

    def resolve(self, address):
        """The file that answers to an address below the root; none when the server would not answer 200."""
        path = urllib.parse.unquote(urllib.parse.urlsplit(address).path)
        file = self.folder / path.lstrip("/")
        if path.endswith("/"):
            file = file / "index.html"
        return file if file.is_file() and self.folder in file.resolve().parents else None

    def samples(self):
        """Some pages of each kind. Below a subject, pages are of one kind when only a name, number or day tells them apart."""
        children = {}
        for address in self.pages:
            parts = address.split("/")
            for depth in range(1, len(parts)):
                children.setdefault("/".join(parts[:depth]), set()).add(parts[depth])
        kinds = {}
        for address, file in self.pages.items():
            parts = address.split("/")
            kind = tuple(
                "*" if depth > 2 and part and (any(map(str.isdigit, part)) or len(children["/".join(parts[:depth])]) > 3)
                else part
                for depth, part in enumerate(parts)
            )
            kinds.setdefault(kind, []).append((file.stat().st_size, address))
        chosen = set()
        for found in kinds.values():
            # The largest is where a layout breaks, the smallest is where something is missing.
            chosen |= {max(found)[1], min(found)[1]}
        return sorted(chosen), len(kinds)
