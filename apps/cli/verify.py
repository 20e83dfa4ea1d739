#!/usr/bin/env python3
"""Verifies decision bundles without Reinstate's own code, by the format in libs/audit/README.md.

Needs Python 3.11 and the package `cryptography`. It does everything that page describes but deciding again, for which
the rules would be needed as a program.

    verify.py [--key <64 hex digits or PEM file>] [--json] bundle.zip...
"""

import argparse
import base64
import binascii
import hashlib
import hmac
import json
import os
import re
import struct
import sys
import zlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

FORMAT = "reinstate-bundle-1"
SAFE = 2**53 - 1
HASH = re.compile(r"[0-9a-f]{64}\Z")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,127}\Z")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._/@+-]{0,127}\Z")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\Z")
LISTS = {
    "scope": "itemId",
    "transactions": "transactionId",
    "materials": "code",
    "deadlines": "name",
    "proposals": "key",
    "messages": "messageId",
    "checkpoints": "mark",
    "findings": "findingId",
    "parked": "factId",
    "holds": "document",
    "tasks": "taskId",
    "alternatives": "alternativeId",
}
LEAVES = {
    "HEAD": ({"caseId": "id", "seq": "count", "hash": "hash", "passed": "hashes"}, set()),
    "RECEIVED": ({"partner": "id", "inboxId": "id", "sha256": "hash", "caseId": "id"}, {"caseId"}),
    "REFUSED": ({"refusalId": "id", "sha256": "hash", "caseId": "id", "seq": "count"}, {"caseId", "seq"}),
    "ARCHIVED": ({"caseId": "id", "runId": "id", "buildId": "id", "complete": "flag", "sha256": "hash"}, set()),
    "KEY": ({"keyId": "id", "publicKey": "hash"}, set()),
}


class Wrong(Exception):
    """Something is not as the format has it."""


def sha256(data):
    return hashlib.sha256(data).hexdigest()


# Canonical text


def escaped(text):
    # Halves of a surrogate pair have no UTF-8; JSON.stringify writes them as escapes.
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", json.dumps(text, ensure_ascii=False))


def canonical(value):
    if isinstance(value, str):
        return escaped(value)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int):
        if abs(value) > SAFE:
            raise Wrong("a number is too large for canonical text")
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{escaped(name)}:{canonical(value[name])}" for name in names) + "}"
    raise Wrong("canonical text holds whole numbers only")


def no_constant(name):
    raise Wrong(f"{name} is no JSON")


def from_canonical(text):
    value = json.loads(text, parse_constant=no_constant)
    if canonical(value) != text:
        raise Wrong("it is not canonical text")
    return value


# Findings


class Findings:
    def __init__(self):
        self.problems = []

    def add(self, check, what, seq=None, file=None, offset=None):
        problem = {"check": check, "what": what}
        for name, value in (("seq", seq), ("file", file), ("offset", offset)):
            if value is not None:
                problem[name] = value
        self.problems.append(problem)


MALFORMED = (Wrong, KeyError, TypeError, ValueError, AttributeError, IndexError, UnicodeError, RecursionError, binascii.Error)


# The archive


def described(name, data):
    return struct.pack("<HHHHHIIIHH", 10, 0, 0, 0, 0x21, zlib.crc32(data), len(data), len(data), len(name), 0)


def write_zip(entries):
    files, directory, offset = [], [], 0
    for name, data in entries:
        encoded = name.encode("ascii")
        files.append(struct.pack("<I", 0x04034B50) + described(encoded, data) + encoded + data)
        directory.append(
            struct.pack("<IH", 0x02014B50, 10) + described(encoded, data) + struct.pack("<HHHII", 0, 0, 0, 0, offset) + encoded
        )
        offset += len(files[-1])
    listed = b"".join(directory)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), len(listed), offset, 0)
    return b"".join(files) + listed + end


def read_zip(archive, findings):
    entries, at = [], 0
    while at + 30 <= len(archive) and archive[at : at + 4] == b"PK\x03\x04":
        size, length = struct.unpack_from("<IH", archive, at + 22)
        start = at + 30 + length
        name = archive[at + 30 : start].decode("latin-1")
        if start + size > len(archive) or not NAME.match(name):
            findings.add("archive", f"file {len(entries) + 1} cannot be read", offset=at)
            return dict(entries)
        entries.append((name, archive[start : start + size]))
        at = start + size
    if not entries:
        findings.add("archive", "this is no bundle: it holds no file", offset=at)
        return {}
    if len(dict(entries)) != len(entries):
        findings.add("archive", "two files have one name", offset=0)
        return dict(entries)
    rebuilt = write_zip(entries)
    if archive != rebuilt:
        pairs = zip(archive, rebuilt)
        shared = min(len(archive), len(rebuilt))
        offset = next((place for place, (a, b) in enumerate(pairs) if a != b), shared)
        findings.add("archive", "a byte of the archive is not the canonical one", offset=offset)
    return dict(entries)


class Files:
    def __init__(self, archive, findings):
        self.files = read_zip(archive, findings)
        self.findings = findings

    def text(self, name, check):
        if name not in self.files:
            self.findings.add(check, f"{name} is missing", file=name)
            return None
        try:
            return self.files[name].decode("utf-8")
        except UnicodeDecodeError:
            self.findings.add(check, f"{name} is not UTF-8", file=name)
            return None

    def json(self, name, check):
        text = self.text(name, check)
        if text is None:
            return None
        try:
            return from_canonical(text)
        except MALFORMED as error:
            self.findings.add(check, f"it cannot be checked: {error}", file=name)
            return None

    def lines(self, name, check):
        text = self.text(name, check) or ""
        if text and not text.endswith("\n"):
            self.findings.add(check, f"the last line of {name} has no end", file=name)
        return text.removesuffix("\n").split("\n") if text else []

    def sha256(self, name):
        return sha256(self.files[name]) if name in self.files else None


def is_count(value, least=0):
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= SAFE


def is_hash(value):
    return isinstance(value, str) and HASH.match(value) is not None


def is_id(value):
    return isinstance(value, str) and ID.match(value) is not None


def is_hashes(value):
    return isinstance(value, list) and all(map(is_hash, value))


FITS = {"id": is_id, "count": is_count, "hash": is_hash, "hashes": is_hashes, "flag": lambda value: isinstance(value, bool)}


def check_manifest(files, findings):
    manifest = files.json("manifest.json", "manifest")
    if manifest is None:
        return None
    try:
        if set(manifest) != {"caseId", "files", "format", "head", "seq", "stateHash"} or manifest["format"] != FORMAT:
            raise Wrong("it is not as the format has it")
        listed = ["manifest.json"] + [entry["name"] for entry in manifest["files"]]
        if listed != list(files.files):
            findings.add("manifest", "the files are not those the manifest lists, in its order", file="manifest.json")
        for entry in manifest["files"]:
            name = entry["name"]
            data = files.files.get(name)
            if set(entry) != {"bytes", "name", "sha256"} or data is None or (len(data), sha256(data)) != (entry["bytes"], entry["sha256"]):
                findings.add("manifest", f"{name} is not the file the manifest lists", file=name)
    except MALFORMED as error:
        findings.add("manifest", f"it cannot be checked: {error}", file="manifest.json")
        return None
    return manifest


# The log


def leaf_hash(text):
    return sha256(b"\x00" + text.encode("utf-8"))


def node_hash(left, right):
    return sha256(b"\x01" + bytes.fromhex(left) + bytes.fromhex(right))


def proves_inclusion(leaf, index, size, root, proof):
    """RFC 9162 section 2.1.3.2."""
    if index >= size:
        return False
    place, last, reached = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            reached = node_hash(step, reached)
            while not place & 1 and place != 0:
                place, last = place >> 1, last >> 1
        else:
            reached = node_hash(reached, step)
        place, last = place >> 1, last >> 1
    return last == 0 and reached == root


def read_checkpoint(files, findings):
    checkpoint = files.json("checkpoint.json", "checkpoint")
    if checkpoint is None:
        return None
    try:
        well_formed = (
            set(checkpoint) == {"at", "keyId", "root", "signature", "size"}
            and is_count(checkpoint["size"], 1)
            and is_hash(checkpoint["root"])
            and INSTANT.match(checkpoint["at"])
            and is_id(checkpoint["keyId"])
            and re.match(r"[0-9a-f]{128}\Z", checkpoint["signature"])
        )
        if well_formed:
            return checkpoint
    except MALFORMED:
        pass
    findings.add("checkpoint", "it is not as the format has it", file="checkpoint.json")
    return None


def is_leaf(leaf):
    members, optional = LEAVES[leaf["kind"]]
    rest = {name: value for name, value in leaf.items() if name not in ("kind", "previous")}
    complete = set(members) - optional <= set(rest) <= set(members)
    return complete and is_count(leaf.get("previous", 0)) and all(FITS[members[name]](value) for name, value in rest.items())


def read_leaves(files, findings):
    leaves = files.json("log.json", "log")
    if leaves is None:
        return None
    try:
        if isinstance(leaves, list) and all(
            set(entry) == {"index", "leaf", "proof"} and is_count(entry["index"]) and is_hashes(entry["proof"]) and is_leaf(entry["leaf"])
            for entry in leaves
        ):
            return leaves
    except MALFORMED:
        pass
    findings.add("log", "it is not as the format has it", file="log.json")
    return None


def check_signature(checkpoint, leaves, trusted, findings):
    def wrong(what):
        findings.add("checkpoint", what, file="checkpoint.json")

    keys = [entry["leaf"] for entry in leaves if entry["leaf"]["kind"] == "KEY"]
    if len(keys) != 1:
        return wrong("the log holds not exactly one key for it")
    public = keys[0]["publicKey"]
    if keys[0]["keyId"] != checkpoint["keyId"] or sha256(bytes.fromhex(public))[:16] != checkpoint["keyId"]:
        return wrong("it names another key than the log holds")
    if trusted is not None and trusted != public:
        wrong("it is not signed by the key you trust")
    said = ["reinstate checkpoint 1", str(checkpoint["size"]), checkpoint["root"], checkpoint["at"], checkpoint["keyId"]]
    text = "".join(line + "\n" for line in said).encode("ascii")
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(checkpoint["signature"]), text)
    except (InvalidSignature, ValueError):
        wrong("its signature does not hold")
    return None


def shown(leaf):
    """The events a HEAD leaf speaks of, by number."""
    hashes = leaf["passed"] + [leaf["hash"]]
    return [(leaf["seq"] - len(leaf["passed"]) + place, one) for place, one in enumerate(hashes)]


class Witness:
    """What the signed log says of a case."""

    def __init__(self, speaks=False):
        self.speaks = speaks
        self.hashes = {}
        self.last_seq = 0
        self.refused = []
        self.archived = {}


BEHEADED = "the log does not end with the head of this case: what came after it may be left out"


def check_log(checkpoint, leaves, case_id, findings):
    def wrong(what, seq=None):
        findings.add("log", what, seq=seq, file="log.json")

    proven = []
    for entry in leaves:
        index, leaf = entry["index"], entry["leaf"]
        if proves_inclusion(leaf_hash(canonical(leaf)), index, checkpoint["size"], checkpoint["root"], entry["proof"]):
            proven.append(leaf)
        else:
            wrong(f"leaf {index} is not in the log", leaf["seq"] - len(leaf["passed"]) if leaf["kind"] == "HEAD" else None)
    indexes = [entry["index"] for entry in leaves]
    if any(a >= b for a, b in zip(indexes, indexes[1:])):
        wrong("the leaves are not in order")
    before, last_seq = None, 0
    for entry in leaves:
        leaf = entry["leaf"]
        if leaf["kind"] == "KEY":
            continue
        if leaf["kind"] == "HEAD":
            last_seq = leaf["seq"]
        if leaf.get("caseId") != case_id:
            wrong(f"leaf {entry['index']} is about another case")
        if leaf.get("previous") != before:
            wrong(f"between leaf {before} and leaf {entry['index']} another one about the case is left out")
        before = entry["index"]
    if before != checkpoint["size"] - 1 or leaves[-1]["leaf"]["kind"] != "HEAD":
        wrong(BEHEADED, last_seq + 1)
    return witness_of(proven, case_id, wrong)


def witness_of(proven, case_id, wrong):
    witness, seen = Witness(True), {}
    for leaf in proven:
        if leaf["kind"] == "HEAD":
            for seq, one in shown(leaf):
                seen.setdefault((leaf["caseId"], seq), set()).add(one)
    for (_, seq), hashes in seen.items():
        if len(hashes) > 1:
            wrong(f"the log was shown two different events {seq}", seq)
    for leaf in proven:
        if leaf.get("caseId") != case_id:
            continue
        if leaf["kind"] == "REFUSED":
            witness.refused.append(leaf)
        # Of each run the complete history counts, or while there is none the last one.
        if leaf["kind"] == "ARCHIVED" and not witness.archived.get(leaf["runId"], {}).get("complete"):
            witness.archived[leaf["runId"]] = leaf
        if leaf["kind"] == "HEAD":
            if leaf["seq"] < witness.last_seq:
                wrong(f"the log was shown event {witness.last_seq}, and later a case that ends at {leaf['seq']}", leaf["seq"] + 1)
            for seq, one in shown(leaf):
                witness.hashes.setdefault(seq, one)
            witness.last_seq = max(witness.last_seq, leaf["seq"])
    return witness


# The case


def merged(current, patches, key):
    elements = {element.get(key): element for element in current}
    for patch in patches:
        elements[patch.get(key)] = {**elements.get(patch.get(key), {}), **patch}
    return list(elements.values())


def evolve(current, event):
    case = dict(current)
    for name, value in event["payload"]["changes"].items():
        case[name] = merged(case.get(name) or [], value, LISTS[name]) if name in LISTS else value
    return {**case, "seq": event["seq"], "lastEventAt": event["at"]}


class Life:
    def __init__(self):
        self.events, self.states, self.hashes, self.whole = [], [], [], False


def check_life(files, case_id, witness, findings):
    life = Life()
    lines = files.lines("events.ndjson", "chain")
    claimed = files.json("chain.json", "chain")
    claimed = claimed if isinstance(claimed, list) else []
    problem = None
    for place, line in enumerate(lines):
        seq = place + 1
        before = life.hashes[-1] if life.hashes else "0" * 64
        hashed = sha256(b"\x00" + bytes.fromhex(before) + line.encode("utf-8"))
        logged = witness.hashes.get(seq) if witness.speaks else hashed
        try:
            problem = link_problem(line, seq, case_id, hashed, claimed[place] if place < len(claimed) else None, logged, life)
        except MALFORMED as error:
            problem = f"event {seq} cannot be read: {error}"
        if problem is not None:
            break
        life.hashes.append(hashed)
    if problem is None and len(lines) < witness.last_seq:
        problem = f"event {len(lines) + 1} is missing: the log was shown events up to {witness.last_seq}"
    if problem is None and len(claimed) != len(lines):
        problem = f"the chain has {len(claimed)} hashes for {len(lines)} events"
    if problem is not None:
        findings.add("chain", problem, seq=len(life.events) + 1, file="events.ndjson")
    life.whole = problem is None
    return life


def link_problem(line, seq, case_id, hashed, claimed, logged, life):
    event = from_canonical(line)
    if event["seq"] != seq:
        return f"event {seq} is missing; in its place is event {event['seq']}"
    if event["caseId"] != case_id:
        return f"event {seq} is of another case"
    if hashed != claimed:
        return f"the bytes of event {seq} do not match its hash"
    if logged is None:
        return f"the log was not shown event {seq}"
    if hashed != logged:
        return f"event {seq} is not the one the log was shown"
    before = life.states[-1] if life.states else {}
    if before and event["at"] < before["lastEventAt"]:
        return f"event {seq} is earlier than the one before it"
    life.states.append(evolve(before, event))
    life.events.append(event)
    return None


def check_state(files, manifest, life, findings):
    state = files.text("state.json", "state")
    if not life.states or not life.whole or state is None:
        return
    last = life.states[-1]
    text = canonical(last)
    if state != text:
        findings.add("state", "the state is not what the events fold to", seq=last["seq"], file="state.json")
    if manifest is None:
        return
    folded = {"caseId": last["caseId"], "seq": last["seq"], "head": life.hashes[-1], "stateHash": sha256(text.encode("utf-8"))}
    if any(manifest[name] != value for name, value in folded.items()):
        findings.add("manifest", "it speaks of another case or another head", seq=last["seq"], file="manifest.json")


def check_documents(files, life, findings):
    recorded = files.json("documents.json", "documents")
    recorded = recorded if isinstance(recorded, list) else []
    named = {}
    for event in life.events:
        if event["type"] == "UPLOAD":
            fields = event["payload"]["fields"]
            document = {name: fields[name] for name in ("bytes", "documentId", "mediaType", "sha256")}
            named.setdefault(fields["documentId"], (event["seq"], {**document, "material": fields["code"]}))
    for place, (seq, document) in enumerate(named.values()):
        if place >= len(recorded) or recorded[place] != document:
            what = f"document {document['documentId']} is not the one that event {seq} brought"
            findings.add("documents", what, seq=seq, file="documents.json")
            return
    if life.whole and len(recorded) != len(named):
        findings.add("documents", "there are more documents than events brought", file="documents.json")


def text_refs(value):
    if isinstance(value, dict):
        if isinstance(value.get("textId"), str) and isinstance(value.get("commitment"), str):
            yield value["textId"], value["commitment"]
            return
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from text_refs(member)


def check_texts(files, life, findings):
    def wrong(what, seq=None):
        findings.add("texts", what, seq=seq, file="texts.json")

    texts = files.json("texts.json", "texts")
    named = {}
    for event in life.events:
        for text_id, commitment in text_refs(event["payload"]):
            named.setdefault(text_id, (event["seq"], commitment))
    before = None
    for text in texts if isinstance(texts, list) else [None]:
        well_formed = isinstance(text, dict) and set(text) == {"salt", "textId", "words"} and all(isinstance(v, str) for v in text.values())
        if not well_formed or not re.match(r"([0-9a-f]{2}){16,64}\Z", text["salt"]):
            wrong("it is not as the format has it")
            continue
        text_id = text["textId"]
        if before is not None and text_id.encode("utf-16-be") <= before.encode("utf-16-be"):
            wrong("the texts are not in order")
        before = text_id
        if text_id not in named:
            if life.whole:
                wrong(f"no event speaks of text {text_id}")
            continue
        seq, commitment = named[text_id]
        if hmac.new(bytes.fromhex(text["salt"]), text["words"].encode("utf-8"), "sha256").hexdigest() != commitment:
            wrong(f"text {text_id} is not the one event {seq} is committed to", seq)


def check_tables(files, life, findings):
    seen = set()
    for state in life.states:
        for kind, version, pinned in (
            ("policies", state["policyVersion"], state["policyHash"]),
            ("calendars", state["calendarVersion"], state["calendarHash"]),
        ):
            name = f"{kind}/{version}.json"
            if name in seen:
                continue
            seen.add(name)
            value = files.json(name, "policies")
            if value is None or files.sha256(name) != pinned:
                findings.add("policies", f"{name} is not the table the case is bound to", seq=state["seq"], file=name)
    return seen


# Histories and refusals


def decoded_json(data):
    """Payloads of other encodings hold nothing of ours."""
    try:
        return json.loads(base64.b64decode(data, validate=True))
    except MALFORMED:
        return None


def chained(value):
    """Whatever looks like a chained event in the JSON payloads of a history."""
    if isinstance(value, dict):
        if isinstance(value.get("data"), str) and isinstance(value.get("metadata"), dict):
            yield from chained(decoded_json(value["data"]))
        elif {"event", "hash", "previousHash"} <= set(value):
            yield value["event"], value["hash"]
        else:
            value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from chained(member)


def members_of(value):
    return value if isinstance(value, dict) else {}


def ended_before(started):
    """The run that had ended before this one, by the word of its input."""
    payloads = members_of(started.get("input")).get("payloads")
    first = members_of(payloads[0] if isinstance(payloads, list) and payloads else None)
    carried = members_of(members_of(decoded_json(first.get("data"))).get("carried"))
    return members_of(carried.get("ended")).get("runId")


def check_histories(files, life, witness, findings):
    unread = {leaf["sha256"]: leaf for leaf in witness.archived.values()}
    before = None
    names = [f"histories/{place + 1:04d}.json" for place in range(len(witness.archived))]
    for name in names:
        text = files.text(name, "histories")
        if text is None:
            continue
        leaf = unread.pop(files.sha256(name), None)
        if leaf is None:
            findings.add("histories", f"{name} is not a history the log was shown", file=name)
            continue
        try:
            history = json.loads(text)
            events = history.get("events") or [{}]
            started = events[0].get("workflowExecutionStartedEventAttributes") or {}
            for follows in (started.get("continuedExecutionRunId"), ended_before(started)):
                if follows and follows != before:
                    findings.add("histories", f"{name} follows run {follows} and not the one before it", file=name)
            if name == names[-1] and "workflowExecutionContinuedAsNewEventAttributes" in events[-1]:
                findings.add("histories", f"{name} goes on in a run that is missing", file=name)
            for event, hashed in chained(history):
                seq = event.get("seq")
                if is_count(seq, 1) and seq <= len(life.hashes) and life.hashes[seq - 1] != hashed:
                    findings.add("histories", f"{name} carries another event {seq} than the record", seq=seq, file=name)
                    break
        except MALFORMED as error:
            findings.add("histories", f"it cannot be checked: {error}", file=name)
        before = leaf["runId"]
    return names


def check_refusals(files, witness, findings):
    lines = files.lines("refusals.ndjson", "refusals")
    for place, leaf in enumerate(witness.refused):
        if place >= len(lines) or sha256(lines[place].encode("utf-8")) != leaf["sha256"]:
            what = f"refusal {leaf['refusalId']} is not the one the log was shown"
            findings.add("refusals", what, seq=leaf.get("seq"), file="refusals.ndjson")
    if len(lines) > len(witness.refused):
        findings.add("refusals", "there are more refusals than the log was shown", file="refusals.ndjson")


# Four eyes


def evidence_hash(case):
    evidence = {name: case[name] for name in ("reasons", "subs", "facts", "findings", "reports")}
    evidence["scope"] = [{name: item[name] for name in ("itemId", "status", "reasons")} for item in case["scope"]]
    evidence["materials"] = [
        {**{name: one[name] for name in ("code", "status", "round")}, "documents": [held["sha256"] for held in one["documents"]]}
        for one in case["materials"]
    ]
    evidence["verdicts"] = [
        {name: one[name] for name in ("transactionId", "verdict") if name in one} for one in case["transactions"]
    ]
    return sha256(canonical(evidence).encode("utf-8"))


def fault_of(before, event):
    """Whether an event is a decision, and why it is not the act of two persons on one evidence."""
    actor, payload = event["actor"]["id"], event["payload"]
    if event["type"] == "APPROVE":
        made = before["recommendation"]
        if not made or made["opinion"] != "APPROVE":
            return True, "nobody recommended it"
        if made["by"] == actor or actor in before["makers"]:
            return True, "one person prepared and approved it"
        evidence = evidence_hash(before)
        same = payload["fields"]["evidenceHash"] == evidence and made["evidenceHash"] == evidence
        return True, None if same else "it rests on other evidence than the case held"
    closed = next((one for one in payload["changes"].get("proposals", []) if one.get("open") is False), None)
    proposal = closed and next((one for one in before["proposals"] if one["open"] and one["key"] == closed["key"]), None)
    # Any other event that closes a proposal is the second half of it, under whatever name its row gives it.
    if not proposal or event["type"] == "DECLINE":
        return False, None
    if proposal["by"]["id"] == actor:
        return True, "one person proposed and confirmed it"
    return True, None if proposal["evidenceHash"] == evidence_hash(before) else "it was proposed on other evidence"


def check_four_eyes(life, findings):
    decisions = 0
    for before, event in zip(life.states, life.events[1:]):
        try:
            is_decision, fault = fault_of(before, event)
        except MALFORMED as error:
            is_decision, fault = True, f"it cannot be checked: {error}"
        decisions += is_decision
        if fault is not None:
            findings.add("four-eyes", f"event {event['seq']}, {event['type']}: {fault}", seq=event["seq"])
    return decisions


# All of it

FIXED = ["chain.json", "checkpoint.json", "documents.json", "events.ndjson", "log.json", "refusals.ndjson", "state.json", "texts.json"]


def verify(archive, trusted=None):
    findings = Findings()
    files = Files(archive, findings)
    manifest = check_manifest(files, findings)
    checkpoint = read_checkpoint(files, findings)
    leaves = read_leaves(files, findings)
    named = [entry["leaf"].get("caseId") for entry in leaves or [] if entry["leaf"].get("caseId")]
    case_id = named[0] if named else (manifest or {}).get("caseId")
    witness = Witness()
    if checkpoint and leaves is not None:
        check_signature(checkpoint, leaves, trusted, findings)
        witness = check_log(checkpoint, leaves, case_id, findings) if leaves else Witness(True)
        if not leaves:
            findings.add("log", BEHEADED, seq=1, file="log.json")
    life = check_life(files, case_id, witness, findings)
    check_state(files, manifest, life, findings)
    check_documents(files, life, findings)
    check_texts(files, life, findings)
    tables = check_tables(files, life, findings)
    histories = check_histories(files, life, witness, findings)
    check_refusals(files, witness, findings)
    decisions = check_four_eyes(life, findings)
    if life.whole:
        wanted = ["manifest.json"] + sorted(FIXED + list(tables) + histories)
        if wanted != list(files.files):
            findings.add("manifest", "files are missing, too much, or not in their order")
    seqs = [problem["seq"] for problem in findings.problems if "seq" in problem]
    return {
        "ok": not findings.problems,
        "caseId": case_id,
        "seq": len(life.events) if life.whole else None,
        "head": life.hashes[-1] if life.whole and life.hashes else None,
        "stateHash": manifest["stateHash"] if life.whole and manifest else None,
        "keyIsTrusted": trusted is not None,
        "decisions": decisions,
        "problems": findings.problems,
        "firstWrongSeq": min(seqs) if seqs else None,
    }


def public_key(named):
    if HASH.match(named.lower()):
        return named.lower()
    with open(named, "rb") as file:
        return load_pem_public_key(file.read()).public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def main():
    parser = argparse.ArgumentParser(description="Verifies decision bundles by the format in libs/audit/README.md.")
    parser.add_argument("bundles", nargs="+", help="zip files, or - for their names on standard input, one a line")
    parser.add_argument("--key", help="public key checkpoints must be signed with: 64 hex digits, or a PEM file")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    options = parser.parse_args()
    trusted = public_key(options.key) if options.key else None
    names = [line.rstrip("\n") for line in sys.stdin] if options.bundles == ["-"] else options.bundles
    sound = True
    for name in names:
        with open(name, "rb") as file:
            report = verify(file.read(), trusted)
        sound = sound and report["ok"]
        if options.json:
            print(json.dumps({"file": name, **report}, ensure_ascii=False))
            continue
        print(f"{'ok   ' if report['ok'] else 'WRONG'} {os.path.basename(name)}: {report['caseId']}, {report['seq']} events")
        for problem in report["problems"]:
            where = [f"{label} {problem[label]}" for label in ("seq", "file", "offset") if label in problem]
            print(f"  {', '.join([problem['check'], *where])}: {problem['what']}")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
