"""Verifies an SD-JWT with the PyPI package sd-jwt and prints what it opens, as JSON.

Usage: sd_jwt_check.py PRESENTATION JWK [AND-SO-ON]     two files, any number of times
"""

import json
import sys

from jwcrypto.jwk import JWK
from sd_jwt.verifier import SDJWTVerifier


def verify(presentation, card):
    key = JWK.from_json(json.dumps(card))
    return SDJWTVerifier(presentation.strip(), lambda issuer, header: key).get_verified_payload()


def main(arguments):
    for presentation, card in zip(arguments[::2], arguments[1::2]):
        with open(presentation, encoding="utf-8") as text, open(card, encoding="utf-8") as jwk:
            print(json.dumps(verify(text.read(), json.load(jwk)), ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
