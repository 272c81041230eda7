# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 - a pattern broken over lines cannot be read
"""What a secret looks like in saved pages and mails: each pattern names its kind and the part to mask."""

from __future__ import annotations

import re
from typing import Final

_VALUE: Final = rb"[A-Za-z0-9._~+/%|:!*-]"
_TOKEN_NAMES: Final = (
    rb"access[_-]?token|refresh[_-]?token|auth[_-]?token|id[_-]?token|bearer[_-]?token|session[_-]?token|"
    rb"sessiontoken|accesstoken|refreshtoken|idtoken|authtoken|api[_-]?key|client[_-]?secret|secret[_-]?key|"
    rb"private[_-]?key|password|passwd"
)
_SESSION_NAMES: Final = (
    rb"session[_-]?id|sessionid|session[_-]?key|sessionkey|jsessionid|phpsessid|li_at|user_session|auth_session|"
    rb"__secure-[a-z0-9._-]{1,60}|__host-[a-z0-9._-]{1,60}|sid|sso[_-]?token"
)
_CSRF_NAMES: Final = (
    rb"[a-z0-9_-]{0,30}(?:csrf|xsrf|authenticity[_-]?token|requestverificationtoken)[a-z0-9_-]{0,30}"
)
_ESCAPED: Final = rb"(?:\\?[\"']|&quot;|&#34;)?\s{0,4}[:=]\s{0,4}(?:\\?[\"']|&quot;|&#34;)?"

PATTERNS: Final = tuple(
    (what, re.compile(pattern, re.IGNORECASE))
    for what, pattern in (
        ("authorization", rb"\bauthorization" + _ESCAPED + rb"(?:bearer|basic|token|digest)\s{1,4}(" + _VALUE + rb"{8,8000}=*)"),
        ("cookie", rb"(?:^|[\r\n\"'])(?:set-)?cookie2?[\"']?[ \t]{0,4}:[ \t]{0,4}[\"']?([^\r\n\"'<]{4,8000})"),
        ("cookie", rb"document\.cookie\s{0,4}=\s{0,4}[\"'`]([^\r\n\"'`]{4,8000})"),
        ("session_header", rb"(?:^|[\r\n])x-[a-z0-9-]{0,40}(?:session|auth|token|csrf)[a-z0-9-]{0,40}[ \t]{0,4}:[ \t]{0,4}([^\r\n<]{6,8000})"),
        ("jwt", rb"\b(eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{4,8000}\.[A-Za-z0-9_-]{4,4000})"),
        ("service_key", rb"\b(gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{30,255})\b"),
        ("service_key", rb"\b(sk-[A-Za-z0-9_-]{20,255}|xox[abeprs]-[A-Za-z0-9-]{10,255}|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35}|ya29\.[0-9A-Za-z_-]{20,2000})"),
        ("csrf", rb"<meta[^<>]{0,200}\bname\s{0,4}=\s{0,4}[\"']?" + _CSRF_NAMES + rb"[\"']?[^<>]{0,200}\bcontent\s{0,4}=\s{0,4}[\"']?([^\"'<>\s]{6,4000})"),
        ("csrf", rb"<input[^<>]{0,400}\bname\s{0,4}=\s{0,4}[\"']?" + _CSRF_NAMES + rb"[\"']?[^<>]{0,400}\bvalue\s{0,4}=\s{0,4}[\"']?([^\"'<>\s]{6,4000})"),
        ("csrf", rb"<input[^<>]{0,400}\bvalue\s{0,4}=\s{0,4}[\"']?([^\"'<>\s]{6,4000})[\"']?[^<>]{0,400}\bname\s{0,4}=\s{0,4}[\"']?" + _CSRF_NAMES),
        ("csrf", rb"(?<![a-z0-9_-])" + _CSRF_NAMES + _ESCAPED + rb"(" + _VALUE + rb"{8,4000}=*)"),
        ("token", rb"(?<![a-z0-9])(?:[a-z0-9]{1,30}[_-])?(?:" + _TOKEN_NAMES + rb")" + _ESCAPED + rb"(" + _VALUE + rb"{8,8000}=*)"),
        ("session", rb"(?<![a-z0-9_-])(?:" + _SESSION_NAMES + rb")" + _ESCAPED + rb"(" + _VALUE + rb"{8,8000}=*)"),
        ("link_token", rb"[?&;](?:amp;)?(?:token|key|sig|signature|code|auth|otp|trk_token|midtoken|midsig|ticket|nonce|upn)=(" + _VALUE + rb"{8,4000})"),
        ("private_key", rb"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----([A-Za-z0-9+/=\s]{40,20000})-----END"),
    )
)  # fmt: skip
"""Kind and pattern; the first group is what is masked. `service_key`: shapes that services give to their keys."""
