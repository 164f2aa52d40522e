#!/usr/bin/env python3
"""Proves a log that Medical-Chain has exported for an auditor, without Medical-Chain.

Python's own library is all it needs. Each line is hashed onto the hash before it (contracts/interfaces/IHistory.sol);
what comes out last must be what the contract has. With --rpc it asks a node that you choose; without, it compares with
what the file says, which proves that the file is in itself consistent and nothing more.
"""
import argparse
import json
import sys
import urllib.request

MASK = (1 << 64) - 1
ROTATIONS = [[0, 36, 3, 41, 18], [1, 44, 10, 45, 2], [62, 6, 43, 15, 61], [28, 55, 25, 21, 56], [27, 20, 39, 8, 14]]


class Refused(Exception):
    pass


def round_constants():
    """FIPS 202, 3.2.5."""
    register, constants = 1, []
    for _ in range(24):
        constant = 0
        for j in range(7):
            constant |= (register & 1) << ((1 << j) - 1)
            register = (register << 1) ^ (0x171 if register & 0x80 else 0)
        constants.append(constant)
    return constants


CONSTANTS = round_constants()


def rotate(lane, by):
    return ((lane << by) | (lane >> (64 - by))) & MASK if by else lane


def permute(a):
    """Keccak-f[1600] (FIPS 202, 3.3) on 5 × 5 lanes, a[x][y]."""
    for constant in CONSTANTS:
        c = [a[x][0] ^ a[x][1] ^ a[x][2] ^ a[x][3] ^ a[x][4] for x in range(5)]
        d = [c[(x - 1) % 5] ^ rotate(c[(x + 1) % 5], 1) for x in range(5)]
        b = [[0] * 5 for _ in range(5)]
        for x in range(5):
            for y in range(5):
                b[y][(2 * x + 3 * y) % 5] = rotate(a[x][y] ^ d[x], ROTATIONS[x][y])
        a = [[b[x][y] ^ (~b[(x + 1) % 5][y] & b[(x + 2) % 5][y] & MASK) for y in range(5)] for x in range(5)]
        a[0][0] ^= constant
    return a


def keccak256(message):
    """Keccak as Ethereum has it: padding 0x01, where SHA-3 has 0x06."""
    padded = bytearray(message) + b"\x01" + b"\x00" * (-(len(message) + 1) % 136)
    padded[-1] |= 0x80
    a = [[0] * 5 for _ in range(5)]
    for start in range(0, len(padded), 136):
        for i in range(17):
            a[i % 5][i // 5] ^= int.from_bytes(padded[start + 8 * i : start + 8 * i + 8], "little")
        a = permute(a)
    return b"".join(a[i % 5][i // 5].to_bytes(8, "little") for i in range(4))


def unhex(text):
    return bytes.fromhex(text[2:])


def extend(history, line):
    """history ‖ block ‖ time ‖ kind ‖ subject ‖ other ‖ data"""
    words = [history, line["block"].to_bytes(32, "big"), line["timestamp"].to_bytes(32, "big")]
    return keccak256(b"".join(words + [unhex(topic) for topic in line["topics"]] + [unhex(line["data"])]))


def ask_node(rpc, to, data, block):
    """What a call of this contract answers after that block."""
    ask = [{"to": to, "data": "0x" + data.hex()}, block]
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "eth_call", "params": ask}).encode()
    request = urllib.request.Request(rpc, body, {"content-type": "application/json"})
    answer = json.load(urllib.request.urlopen(request, timeout=30))
    if "result" not in answer:
        raise Refused(f"the node does not say what stood there: {answer.get('error')}")
    return answer["result"]


def on_chain(rpc, bundle, history):
    """What the contract has after that block. `accountsHistory()` gives two words, `historyOf(address)` one."""
    of_all = history["subject"] == "accounts"
    call = keccak256(b"accountsHistory()" if of_all else b"historyOf(address)")[:4]
    if not of_all:
        call += unhex(history["subject"]).rjust(32, b"\0")
    return ask_node(rpc, bundle["contract"], call, hex(history["block"]))[:66]


def prove(bundle, history, rpc):
    found, name = b"\0" * 32, history["subject"]
    for number, line in enumerate(history["lines"], 1):
        found = extend(found, line)
        if "0x" + found.hex() != line["hash"]:
            raise Refused(f"{name}: line {number} (block {line['block']}, place {line['place']}) is not what it was")
    expected = on_chain(rpc, bundle, history) if rpc else history["hash"]
    if "0x" + found.hex() != expected:
        raise Refused(f"{name}: lines are missing or changed; the log ends at 0x{found.hex()}, the chain at {expected}")
    print(f"{name}: {len(history['lines'])} lines, whole up to block {history['block']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bundle")
    parser.add_argument("--rpc", help="a node to ask, instead of believing the file")
    given = parser.parse_args()
    with open(given.bundle, encoding="utf-8") as file:
        bundle = json.load(file)
    if bundle.get("format") != "medical-chain/1/audit":
        sys.exit("Refused: this is no log of Medical-Chain")
    try:
        for history in bundle["histories"]:
            prove(bundle, history, given.rpc)
    except Refused as refusal:
        sys.exit(f"Refused: {refusal}")
    print("proven against the chain" if given.rpc else "consistent in itself; give --rpc to compare with the chain")


if __name__ == "__main__":
    main()
