"""The store's own certificate authority and its server's certificate.

A shop has no public name, so no public authority can vouch for its server. The store makes
its own authority at set-up; tills get `ca.crt` and can check the server fully.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import ipaddress
import os
import socket
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_AUTHORITY_DAYS = 3650
_SERVER_DAYS = 825
_RENEW_DAYS = 60


def ensure_certificates(tls: Path) -> tuple[Path, Path]:
    """Return the server's certificate and key, made or renewed when that is due."""
    tls.mkdir(mode=0o755, exist_ok=True)
    certificate, key = tls / "server.crt", tls / "server.key"
    if not (tls / "ca.key").exists() or not (tls / "ca.crt").exists():
        _make_authority(tls)
    if not key.exists() or not certificate.exists() or _stale(certificate):
        _make_server(tls, certificate, key)
    return certificate, key


def _names() -> list[x509.GeneralName]:
    host = socket.gethostname()
    addresses = {"127.0.0.1", "::1"}
    # A machine whose own name does not resolve still serves its loopback.
    with contextlib.suppress(OSError):
        addresses |= {str(found[4][0]) for found in socket.getaddrinfo(host, None)}
    names: list[x509.GeneralName] = [x509.DNSName("localhost")]
    if host.isascii() and host != "localhost":
        names.append(x509.DNSName(host))
    plain = sorted(address.partition("%")[0] for address in addresses)
    return names + [x509.IPAddress(ipaddress.ip_address(address)) for address in plain]


def _stale(certificate: Path) -> bool:
    found = x509.load_pem_x509_certificate(certificate.read_bytes())
    left = found.not_valid_after_utc - dt.datetime.now(dt.UTC)
    if left < dt.timedelta(days=_RENEW_DAYS):
        return True
    covered = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return not set(_names()) <= set(covered)


def _make_authority(tls: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Wedge store authority")])
    certificate = (
        _builder(name, name, key.public_key(), _AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    _write_key(tls / "ca.key", key)
    (tls / "ca.crt").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))


def _make_server(tls: Path, certificate_path: Path, key_path: Path) -> None:
    authority = x509.load_pem_x509_certificate((tls / "ca.crt").read_bytes())
    signer = serialization.load_pem_private_key((tls / "ca.key").read_bytes(), None)
    if not isinstance(signer, ec.EllipticCurvePrivateKey):
        raise TypeError("the store's authority key is not one that Wedge makes")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Wedge store server")])
    certificate = (
        _builder(name, authority.subject, key.public_key(), _SERVER_DAYS)
        .add_extension(x509.SubjectAlternativeName(_names()), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(signer, hashes.SHA256())
    )
    _write_key(key_path, key)
    certificate_path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, days: int
) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=days))
    )


def _write_key(path: Path, key: ec.EllipticCurvePrivateKey) -> None:
    path.unlink(missing_ok=True)
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(fd, "wb") as file:
        file.write(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
