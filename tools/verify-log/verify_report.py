#!/usr/bin/env python3
"""Checks a signed report of a Medical-Chain log, without Medical-Chain.

The PDF must be the one that the statement names, the statement must be signed by the wallet that it names (EIP-191),
and with --rpc the rolling hashes must be those that the contract had. Python's own library is all it needs.
"""
import argparse
import hashlib
import json
import re
import sys

from verify_log import Refused, ask_node, keccak256, on_chain, unhex

# secp256k1 (SEC 2, 2.4.1)
P = 2**256 - 2**32 - 977
N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
G = (
    0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798,
    0x483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8,
)

FIRST = "This is a Medical-Chain log report of mine."
WHOSE = ("Clinic", "Chain", "Contract", "Account", "Signed by")
FIELDS = (*WHOSE, "Lines", "Block", "Histories (SHA-256)", "Report (SHA-256)", "Made")
ADDRESS, DIGEST, NUMBER = r"0x[0-9a-f]{40}", r"0x[0-9a-f]{64}", r"\d+"
SHAPES = {
    "Chain": NUMBER,
    "Contract": ADDRESS,
    "Account": ADDRESS,
    "Signed by": ADDRESS,
    "Lines": NUMBER,
    "Block": NUMBER,
    "Histories (SHA-256)": DIGEST,
    "Report (SHA-256)": DIGEST,
}


def add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0]:
        if (a[1] + b[1]) % P == 0:
            return None
        slope = 3 * a[0] * a[0] * pow(2 * a[1], -1, P) % P
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, P) % P
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def multiply(point, by):
    product = None
    while by:
        if by & 1:
            product = add(product, point)
        point, by = add(point, point), by >> 1
    return product


def recover(digest, signature):
    """The address whose key signed (SEC 1, 4.1.6), or None when these bytes are no signature of a key."""
    if len(signature) != 65:
        return None
    r, s, parity = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:64], "big"), signature[64] - 27
    square = (pow(r, 3, P) + 7) % P
    y = pow(square, (P + 1) // 4, P)
    # Only the lower of the two signatures that a key can give counts (EIP-2).
    if parity not in (0, 1) or not (0 < r < N and 0 < s <= N // 2) or y * y % P != square:
        return None
    point = (r, y if y & 1 == parity else P - y)
    inverse = pow(r, -1, N)
    key = add(multiply(point, s * inverse % N), multiply(G, -int.from_bytes(digest, "big") * inverse % N))
    return key and "0x" + keccak256(b"".join(part.to_bytes(32, "big") for part in key))[12:].hex()


def contract_accepts(rpc, account, digest, signature):
    """What a wallet that is a contract says itself (ERC-1271), now."""
    selector = keccak256(b"isValidSignature(bytes32,bytes)")[:4]
    padded = signature + b"\0" * (-len(signature) % 32)
    data = selector + digest + (64).to_bytes(32, "big") + len(signature).to_bytes(32, "big") + padded
    return unhex(ask_node(rpc, account, data, "latest"))[:4] == selector


def read(message):
    """The statement's fields. Nothing may stand in it but these, each in its line."""
    lines = message.split("\n")
    if len(lines) != len(FIELDS) + 2 or lines[:2] != [FIRST, ""]:
        raise Refused("the statement is not one of a report")
    fields = {}
    for name, line in zip(FIELDS, lines[2:]):
        prefix, value = f"{name}: ", line[len(name) + 2 :]
        if not line.startswith(prefix) or not re.fullmatch(SHAPES.get(name, ".+"), value):
            raise Refused(f"the statement does not say {name} as it should")
        fields[name] = value
    return fields


def sha256(content):
    return "0x" + hashlib.sha256(content).hexdigest()


def check(pdf, file, rpc):
    fields = read(file["message"])
    if sha256(pdf) != fields["Report (SHA-256)"]:
        raise Refused("the PDF is not the one that was signed")
    histories = file["histories"]
    text = "\n".join(f"{each['subject']} {each['block']} {each['lines']} {each['hash']}" for each in histories)
    if sha256(text.encode()) != fields["Histories (SHA-256)"]:
        raise Refused("the rolling hashes are not those that were signed")
    message, signature = file["message"].encode(), unhex(file["signed"]["signature"])
    digest = keccak256(b"\x19Ethereum Signed Message:\n" + str(len(message)).encode() + message)
    signer = fields["Signed by"]
    if recover(digest, signature) != signer and not (rpc and contract_accepts(rpc, signer, digest, signature)):
        hint = "" if rpc else " (if it is a contract, give --rpc to ask it)"
        raise Refused(f"the signature is not of {signer}{hint}")
    for history in histories if rpc else []:
        found = on_chain(rpc, {"contract": fields["Contract"]}, history)
        if found != history["hash"]:
            raise Refused(f"{history['subject']}: the chain has {found} at block {history['block']}")
    return fields


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("report", help="the PDF")
    parser.add_argument("signed", help="the file beside it, .signed.json")
    parser.add_argument("--rpc", help="a node to ask for the rolling hashes")
    given = parser.parse_args()
    with open(given.report, "rb") as file:
        pdf = file.read()
    with open(given.signed, encoding="utf-8") as file:
        signed = json.load(file)
    if signed.get("format") != "medical-chain/1/log-report":
        sys.exit("Refused: this is no report of a log of Medical-Chain")
    try:
        fields = check(pdf, signed, given.rpc)
    except Refused as refusal:
        sys.exit(f"Refused: {refusal}")
    for name in FIELDS:
        print(f"{name}: {fields[name]}")
    print("signed by this wallet, unchanged since")
    print("proven against the chain" if given.rpc else "give --rpc to compare the rolling hashes with the chain")


if __name__ == "__main__":
    main()
