"""Signs what Schemathesis sends as a partner signs it, and lets every other call name something that is there.

Read by `schemathesis run` (SCHEMATHESIS_HOOKS). Settings come by environment: REINSTATE_PARTNER and
REINSTATE_PARTNER_KEY (PEM file) for the partner API, or REINSTATE_TOKEN for the API of staff; REINSTATE_KNOWN is
a JSON object of path parameters with values that exist.
"""

import base64
import hashlib
import json
import os
import random
import secrets
import time

import requests
import schemathesis
from hypothesis.internal import lambda_sources



def named_plainly(function) -> str:
    """The name of a lambda in words for people; reading its source may fail deep in the stack (CPython gh-106905)."""
    try:
        return describe_lambda(function)
    except SystemError:
        return "lambda"


describe_lambda = lambda_sources.lambda_description
lambda_sources.lambda_description = named_plainly

KNOWN = json.loads(os.environ.get("REINSTATE_KNOWN", "{}"))
CHOICE = random.Random(int(os.environ.get("REINSTATE_SEED", "1")))


class Signed(requests.auth.AuthBase):
    """`REINSTATE-SHA256withRSA` over the bytes that really go out."""

    def __init__(self, partner: str, pem: bytes) -> None:
        from cryptography.hazmat.primitives import serialization

        self.partner = partner
        self.key = serialization.load_pem_private_key(pem, password=None)

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import padding

        body = request.body or b""
        body = body.encode() if isinstance(body, str) else body
        timestamp, nonce = str(int(time.time())), secrets.token_hex(16)
        lines = (request.method, request.path_url, timestamp, nonce, hashlib.sha256(body).hexdigest())
        signed = self.key.sign("".join(f"{line}\n" for line in lines).encode(), padding.PKCS1v15(), hashes.SHA256())
        request.headers["Authorization"] = (
            f"REINSTATE-SHA256withRSA partner={self.partner},serial=standalone-1,"
            f"timestamp={timestamp},nonce={nonce},signature={base64.b64encode(signed).decode()}"
        )
        return request


class Bearer(requests.auth.AuthBase):
    """A token of staff, and a key of its own for each change."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {os.environ['REINSTATE_TOKEN']}"
        if "Idempotency-Key" in request.headers:
            request.headers["Idempotency-Key"] = secrets.token_hex(16)
        return request


if "REINSTATE_PARTNER" in os.environ:
    with open(os.environ["REINSTATE_PARTNER_KEY"], "rb") as file:
        schemathesis.auth.set_from_requests(Signed(os.environ["REINSTATE_PARTNER"], file.read()))
else:
    schemathesis.auth.set_from_requests(Bearer())


@schemathesis.check
def never_fails(context, response, case):
    """Not one 5xx; that a machine under strain asks to come back later, by Retry-After, is no failure."""
    is_deferred = response.status_code == 503 and "retry-after" in response.headers
    assert response.status_code < 500 or is_deferred, f"failed with {response.status_code}"


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Names made up at random lead nowhere; every other call is about something that is there."""
    place = context.operation.path.split("/")[3]
    for name in path_parameters or {}:
        values = KNOWN.get(f"{place}.{name}", KNOWN.get(name))
        if values and CHOICE.random() < 0.5:
            path_parameters[name] = CHOICE.choice(values)
    return path_parameters
