# SPDX-License-Identifier: Apache-2.0
"""A fictional time authority: a real one, by openssl, with keys made for the test, and its web server."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NAME = "Example Time Authority"
PATH = "/stamp"
_CONFIGURATION = """
[tsa]
default_tsa = own
[own]
serial = {folder}/serial
signer_cert = {folder}/signer.pem
certs = {folder}/root.pem
signer_key = {folder}/signer.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
Handler = Callable[[BaseHTTPRequestHandler, bytes], None]


@dataclass(frozen=True)
class Authority:
    """A time authority whose files lie in `folder`: `root.pem` is what vouches for its certificate."""

    folder: Path

    def reply(self, query: bytes) -> bytes:
        """What it answers to a request."""
        asked, answer = self.folder / "query.tsq", self.folder / "answer.tsr"
        asked.write_bytes(query)
        command = [
            "openssl",
            "ts",
            "-reply",
            "-config",
            str(self.folder / "tsa.cnf"),
            "-queryfile",
            str(asked),
        ]
        subprocess.run([*command, "-out", str(answer)], check=True, capture_output=True, timeout=60)
        return answer.read_bytes()

    @property
    def certificate(self) -> x509.Certificate:
        return x509.load_pem_x509_certificate((self.folder / "signer.pem").read_bytes())


def made(
    folder: Path, *, days: tuple[int, int] = (-1, 365), self_signed: bool = False, with_rsa: bool = False,
    for_time: bool = True,
) -> Authority:  # fmt: skip
    """An authority whose certificate counts from `days[0]` to `days[1]`, as seen from today."""
    folder.mkdir(parents=True, exist_ok=True)
    root_key: Key = ec.generate_private_key(ec.SECP256R1())
    root = _certificate("Example Root", root_key, "Example Root", root_key, None)
    key: Key = rsa.generate_private_key(65537, 2048) if with_rsa else ec.generate_private_key(ec.SECP256R1())
    issuer = (NAME, key) if self_signed else ("Example Root", root_key)
    signer = _certificate(NAME, key, *issuer, days, for_time=for_time)
    (folder / "root.pem").write_bytes(root.public_bytes(Encoding.PEM))
    (folder / "signer.pem").write_bytes(signer.public_bytes(Encoding.PEM))
    (folder / "signer.key").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (folder / "serial").write_text("01\n")
    (folder / "tsa.cnf").write_text(_CONFIGURATION.format(folder=folder))
    return Authority(folder)


def _certificate(
    name: str, key: Key, issuer: str, issuer_key: Key, days: tuple[int, int] | None, *, for_time: bool = True
) -> x509.Certificate:
    """A certificate for timestamps, or with no `days` one that vouches for others."""
    today = datetime.now(UTC).replace(microsecond=0)
    first, last = days or (-10_000, 3650)
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today + timedelta(days=first))
        .not_valid_after(today + timedelta(days=last))
        .add_extension(x509.BasicConstraints(ca=days is None, path_length=None), critical=True)
    )
    if days is not None:
        usage = ExtendedKeyUsageOID.TIME_STAMPING if for_time else ExtendedKeyUsageOID.CODE_SIGNING
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
    return builder.sign(issuer_key, hashes.SHA256())


@contextmanager
def serving(handle: Handler) -> Iterator[str]:
    """A web server on the loopback that answers each POST by `handle`; gives the address to ask."""

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            handle(self, self.rfile.read(int(self.headers.get("Content-Length", 0))))

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{PATH}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answering(answer: Callable[[bytes], bytes]) -> Handler:
    """A handler that sends what `answer` makes of the request."""

    def handle(request: BaseHTTPRequestHandler, body: bytes) -> None:
        data = answer(body)
        request.send_response(200)
        request.send_header("Content-Type", "application/timestamp-reply")
        request.send_header("Content-Length", str(len(data)))
        request.end_headers()
        request.wfile.write(data)

    return handle
