"""Checks an event catalogue with the PyPI packages jsonschema and sd-jwt.

Every schema is a valid schema, every sample fits it, every sample.sd-jwt verifies and opens to its sample, and a sample
with one member too many does not fit. Usage: catalogue_check.py DIRECTORY. Prints how many it checked.
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator, FormatChecker

from sd_jwt_check import verify


def check(folder):
    card = json.loads((folder / "sample-key.jwk").read_text(encoding="utf-8"))
    count = 0
    for path in sorted(folder.glob("*/*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        stem = path.name.removesuffix(".schema.json")
        sample = json.loads((path.parent / f"{stem}.sample.json").read_text(encoding="utf-8"))
        validator.validate(sample)
        opened = verify((path.parent / f"{stem}.sample.sd-jwt").read_text(encoding="ascii"), card)
        opened.get("data", {}).pop("_sd", None)
        validator.validate(opened)
        if opened != sample:
            raise SystemExit(f"{path}: the SD-JWT opens to something else than the sample")
        sample["data"]["onbekend"] = "te veel"
        if validator.is_valid(sample):
            raise SystemExit(f"{path}: accepts a field that does not belong to the event")
        count += 1
    return count


if __name__ == "__main__":
    print(check(pathlib.Path(sys.argv[1])))
