#!/usr/bin/python3
"""Opens one exported medical record without the Medical-Chain app.

Shares no code with it: RSA-OAEP with SHA-256 (RFC 8017), HKDF (RFC 5869), Tink's AES256_GCM_HKDF_1MB, SHA-256.
Needs Python 3.9 and `cryptography`. The file gets its name only after its digest has been checked.
"""

import argparse
import base64
import getpass
import hashlib
import json
import os
import struct
import sys
import unicodedata
from io import BytesIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import pkcs12

SEGMENT, TAG, HEADER = 1024 * 1024, 16, 40


class Refused(Exception):
    """Something is not what was sealed."""


def load_key(path, passphrase_file):
    """The private key, from PKCS#12 (asks for its passphrase) or PKCS#8 in DER or PEM."""
    data = open(path, "rb").read()
    if data.startswith(b"-----"):
        return serialization.load_pem_private_key(data, None)
    try:
        return serialization.load_der_private_key(data, None)
    except ValueError:
        pass  # then it is PKCS#12
    given = open(passphrase_file).read().rstrip("\n") if passphrase_file else getpass.getpass("Passphrase: ")
    try:
        return pkcs12.load_pkcs12(data, unicodedata.normalize("NFKC", given).encode()).key
    except ValueError as error:
        raise Refused("the key file does not open: wrong passphrase, or damaged") from error


def unwrap(private, label, wrapped):
    oaep = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), label.encode())
    try:
        return private.decrypt(wrapped, oaep)
    except ValueError as error:
        raise Refused("a wrapped key does not open with this private key") from error


def open_stream(key, context, source):
    """Tink's streaming AEAD: yields plaintext, each piece authenticated."""
    header = source.read(HEADER)
    if len(header) < HEADER or header[0] != HEADER:
        raise Refused("the sealed stream has no header")
    aead = AESGCM(HKDF(hashes.SHA256(), 32, header[1:33], context.encode()).derive(key))
    piece, number = source.read(SEGMENT - HEADER), 0
    while True:
        following = source.read(SEGMENT)
        nonce = header[33:] + struct.pack(">IB", number, 0 if following else 1)
        try:
            yield aead.decrypt(nonce, piece, None)
        except InvalidTag as error:
            raise Refused(f"segment {number} is damaged, or was sealed under another key or context") from error
        if not following:
            return
        piece, number = following, number + 1


def addressed(recipients, me, private, label):
    """The key that a list of recipients holds for `me`, or None."""
    form = (serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    spki = private.public_key().public_bytes(*form)
    fingerprint = "0x" + hashlib.sha256(spki).hexdigest()
    for entry in recipients:
        if entry["address"] == me and entry["key"] == fingerprint:
            return unwrap(private, label, base64.b64decode(entry["wrapped"]))
    return None


def commitment(key):
    return "0x" + HKDF(hashes.SHA256(), 32, None, b"medical-chain/1/commit").derive(key).hex()


def listed_alone(keyring, card, me, private, deployment):
    """The key of this very record, where the keyring lists it for `me` and not the folder; else None."""
    for digest, recipients in keyring["single"].items():
        label = f"medical-chain/1/single/{deployment}/{keyring['patient']}/{digest}/{me}"
        key = addressed(recipients, me, private, label)
        if key and commitment(key) == card["commit"]:
            return key
    return None


def open_card(given, private):
    """The record key and what the card says, with every check a reader owes."""
    keyring, card = (json.load(open(path, "rb")) for path in (given.keyring, given.card))
    me = given.address.lower()
    deployment = f"{given.chain}/{given.contract.lower()}"
    at = f"{deployment}/{keyring['patient']}/{keyring['folder']}"

    def line(kind, *parts):
        return "/".join(["medical-chain/1", kind, at, *map(str, parts)])

    record_key = line("record-key", card["epoch"], card["commit"])
    if "to" in card:
        key = addressed(card["to"], me, private, f"{record_key}/{me}")
    else:
        folder_key = addressed(keyring["to"], me, private, line("folder-key", keyring["epoch"], me))
        sealed = BytesIO(base64.b64decode(card["key"]))
        key = folder_key and b"".join(open_stream(folder_key, record_key, sealed))
    key = key or listed_alone(keyring, card, me, private, deployment)
    if not key:
        raise Refused("the record is not addressed to this address and key")
    if commitment(key) != card["commit"]:
        raise Refused("the card commits to another key")
    sealed = BytesIO(base64.b64decode(card["card"]))
    content = json.loads(b"".join(open_stream(key, line("card", card["epoch"], card["commit"]), sealed)))
    if content["patient"] != keyring["patient"] or content["folder"] != keyring["folder"]:
        raise Refused("the card is of another patient or folder")
    return key, content, line("content", card["epoch"], content["salt"])


def write_content(key, content, context, source_path, target_path):
    """Opens, takes the padding off, checks the digest, and only then gives the file its name."""
    part, left = target_path + ".part", content["byteLength"]
    length, salt = struct.pack(">Q", left), bytes.fromhex(content["salt"][2:])
    digest = hashlib.sha256(b"medical-chain/1/digest".ljust(24, b"\0") + length + salt)
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(source_path, "rb") as source, open(descriptor, "wb") as target:
            for piece in open_stream(key, context, source):
                kept, left = piece[:left], max(0, left - len(piece))
                digest.update(kept)
                target.write(kept)
        if left or "0x" + digest.hexdigest() != content["digest"]:
            raise Refused("the content is not what was signed: its digest differs")
        os.replace(part, target_path)
    finally:
        if os.path.exists(part):
            os.remove(part)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("key", "address", "chain", "contract", "keyring", "card", "content", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--passphrase-file")
    given = parser.parse_args()
    try:
        key, content, context = open_card(given, load_key(given.key, given.passphrase_file))
        write_content(key, content, context, given.content, given.out)
    except Refused as refusal:
        sys.exit(f"Refused: {refusal}.")
    print(json.dumps({name: content[name] for name in ("title", "mediaType", "byteLength", "createdAt", "author")}))


if __name__ == "__main__":
    main()
