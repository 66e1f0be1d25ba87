"""Checks every fixture with Tools/verify: one line of JSON each, with its name, exit code and what it printed.

    allemaal.py FOLDER         the folder that maak.py made

In one interpreter for each processor: starting it takes longer than most of the checks.
"""

import concurrent.futures
import contextlib
import importlib.machinery
import importlib.util
import io
import json
import os
import pathlib
import sys
import traceback

TOOL = pathlib.Path(__file__).resolve().parents[3] / "Tools" / "verify"


def load():
    loader = importlib.machinery.SourceFileLoader("verify", str(TOOL))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("verify", loader))
    sys.modules["verify"] = module
    loader.exec_module(module)
    return module


verify = load()


def checked(name, arguments):
    """As from the command line: what it prints, and how it ends."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = verify.main([*arguments, "--json"])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        except BaseException:
            traceback.print_exc()
            code = 1
    written = []
    for stream in (out, err):
        stream.flush()
        written.append(stream.buffer.getvalue().decode("utf-8"))
    return {"name": name, "code": code, "out": written[0], "err": written[1]}


def main(folder):
    fixtures = json.loads((pathlib.Path(folder) / "gevallen.json").read_text())
    work = [(one["name"], [argument.replace("{}", folder) for argument in one["arguments"]]) for one in fixtures]
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as workers:
        for found in workers.map(checked, *zip(*work), chunksize=8):
            print(json.dumps(found, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
