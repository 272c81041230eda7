# SPDX-License-Identifier: Apache-2.0
"""The commands of `VERIFY.txt` that check seal, report and timestamps, as `bundle.howto` has the others."""

from __future__ import annotations

from typing import Final

from inspector.bundle.layout import CUSTODY, REPORT, SEAL, TAG_MANIFEST

Steps = tuple[tuple[str, tuple[str, ...]], ...]

_KEY: Final = "openssl x509 -in ../seal.pem -noout -fingerprint -sha256"
_SEAL: Final = (
    f"openssl cms -verify -binary -inform DER -in {SEAL} -content {TAG_MANIFEST} -noverify"
    " -signer ../seal.pem -out /dev/null"
)
_NAMED: Final = f"KEY=$({_KEY} | cut -d= -f2 | tr -d : | tr A-F a-f)"
_STATED: Final = f'grep -q \'"seal": "\'"$KEY"\'"\' {CUSTODY}'
_WHOLE: Final = ("Signature #", "  - Total document signed", "  - Signature Validation: Signature is Valid")
_LINES: Final = " ".join(f'-e "^{line}"' for line in _WHOLE)
_SIGNED: Final = f"pdfsig -nocert {REPORT} | grep -o {_LINES} | tr -d '\\n'"
_EACH: Final = (
    "for T; do",
    'openssl ts -reply -in "$T" -token_out | openssl pkcs7 -inform DER -print_certs -out ../authority.pem &&',
    f'openssl ts -verify -data {TAG_MANIFEST} -in "$T" -CAfile ../authority.pem -partial_chain',
    "|| exit 1; done",
)
_STAMPS: Final = "find . -name '*.tsr' -exec"

_OF_SEAL: Final[Steps] = (
    ("seal", (_SEAL, _KEY, _NAMED, f'test ${{#KEY}} -eq 64 && {_STATED} && echo "key: OK"')),
)
_OF_REPORT: Final[Steps] = (
    (
        "signature",
        (f"pdfsig -nocert {REPORT}", f'test "$({_SIGNED})" = "{"".join(_WHOLE)}" && echo "report: OK"'),
    ),
)
_OF_STAMPS: Final[Steps] = (
    (
        "timestamp",
        (
            f"{_STAMPS} openssl ts -reply -in {{}} -text \\;",
            f"{_STAMPS} sh -c '{' '.join(_EACH)}' _ {{}} +",
        ),
    ),
)


def steps(*, sealed: bool, stamped: bool) -> Steps:
    """Return what is to be done beyond the steps of every bundle: the name of each step and its commands.

    `stamped`: time authorities were asked.
    """
    if not sealed:
        return ()
    return (*_OF_SEAL, *_OF_REPORT, *(_OF_STAMPS if stamped else ()))
