#!/usr/bin/env python3
"""Prints a stream of the shop from its first event to its last, and shows what a reader has to know.

    python3 read_stream.py nats://127.0.0.1:4222 CUSTOMERS

Nothing but Python's own library: NATS speaks lines of text. A service would use the nats-py package instead; what it
does with an event stays the same.
"""
import base64
import json
import socket
import sys
from urllib.parse import unquote, urlparse

JETSTREAM_NO_MESSAGE = 10037


class Nats:
    """One connection, one request at a time (https://docs.nats.io/reference/reference-protocols/nats-protocol)."""

    def __init__(self, url):
        address = urlparse(url)
        self.socket = socket.create_connection((address.hostname, address.port or 4222), timeout=5)
        self.lines = self.socket.makefile("rb")
        self.lines.readline()  # INFO
        self.send('CONNECT {"verbose":false,"pedantic":false,"lang":"python"}\r\nSUB _INBOX.reader.* 1\r\n')

    def send(self, text):
        self.socket.sendall(text.encode())

    def request(self, subject, body):
        payload = json.dumps(body)
        self.send(f"PUB {subject} _INBOX.reader.1 {len(payload)}\r\n{payload}\r\n")
        while True:
            line = self.lines.readline().decode().split()
            if line[0] == "MSG":
                answer = self.lines.read(int(line[-1]))
                self.lines.readline()
                return json.loads(answer)
            if line[0] == "PING":
                self.send("PONG\r\n")
            elif line[0] == "-ERR":
                raise RuntimeError(" ".join(line))


def events(nats, stream):
    """Every event of a stream in order. Remember the sequence of the last one you have handled, and go on behind it."""
    sequence = 0
    while True:
        answer = nats.request(f"$JS.API.STREAM.MSG.GET.{stream}", {"seq": sequence + 1, "next_by_subj": ">"})
        if "error" in answer:
            if answer["error"]["err_code"] == JETSTREAM_NO_MESSAGE:
                return
            raise RuntimeError(answer["error"]["description"])
        message = answer["message"]
        sequence = message["seq"]
        try:
            body = json.loads(base64.b64decode(message.get("data", "")))
        except ValueError as no_json:
            raise RuntimeError(f"{sequence} of {stream} is no JSON: {no_json}") from no_json
        yield sequence, headers(message), body


def headers(message):
    """Names are read ignoring case; values are percent-encoded where they hold more than plain ASCII."""
    lines = base64.b64decode(message.get("hdrs", "")).decode().split("\r\n")
    pairs = (line.split(":", 1) for line in lines if ":" in line)
    return {name.strip().lower(): unquote(value.strip()) for name, value in pairs}


def full_name(version, body):
    """Both forms stand in one stream: until 1.x a customer has one name, from 2.0 on two. Newer is not guessed."""
    major = int(version.split(".")[0])
    if major == 1:
        return body["name"]
    if major == 2:
        return " ".join(filter(None, [body["givenName"], body.get("familyName")]))
    raise RuntimeError(f"customers.customer.registered {version} is newer than this reader")


def main():
    url, stream = sys.argv[1:3]
    for sequence, head, body in events(Nats(url), stream):
        kind = head["ce-type"]
        version = head["ce-dataschema"].rsplit(":", 1)[1]
        told = full_name(version, body) if kind == "customers.customer.registered" else json.dumps(body)
        print(f"{sequence:>6}  {kind} {version}  {head['ce-subject']} v{head['ce-sequence']}  {told}")


if __name__ == "__main__":
    try:
        main()
    except (OSError, RuntimeError) as failure:
        sys.exit(f"{sys.argv[0]}: {failure}")
