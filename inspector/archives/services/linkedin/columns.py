# SPDX-License-Identifier: Apache-2.0
"""The columns that the tables of a LinkedIn export are known to have, over all eras since 2018.

Names as they are compared: lower case without signs. What another table has is not known in full. Source:
real exports of 2018 to 2026 and parsers of them, measured for structure only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_RECEIPT: Final = (
    "firstname lastname billingcountry postalcode transactionmadeat paymentmethodtype invoicenumber "
    "description taxamount subtotal totalamount currencycode"
)
_ANSWER: Final = "question answer"
COLUMNS: Final[Mapping[str, str]] = {
    "messages": (
        "conversationid conversationtitle from senderprofileurl to recipientprofileurls date subject content "
        "direction folder attachments ismessagedraft isconversationdraft"
    ),
    "registration": (
        "registrationdate registrationipaddress invitedbyfirstname invitedbylastname registeredat "
        "registrationip subscriptiontypes"
    ),
    "accountstatushistory": "time event",
    "receipts": _RECEIPT,
    "receiptsv2": _RECEIPT,
    "logins": "logindate ipaddress useragent logintype",
    "connections": "firstname lastname url emailaddress company position connectedon",
    "invitations": "from to sentat message direction inviterprofileurl inviteeprofileurl",
    "profile": (
        "firstname lastname maidenname address birthdate headline summary industry zipcode geolocation "
        "twitterhandles websites instantmessengers contactinstructions country"
    ),
    "verifications": (
        "firstname middlename lastname verificationtype organizationname emailaddress country state city "
        "yearofbirth issuingauthority documenttype verificationserviceprovider verifieddate expirydate"
    ),
    "shares": (
        "date sharetitle sharedescription sharelink sharecommentary sharedurl mediaurl type visibility"
    ),
    "comments": "date link message",
    "reactions": "date type link",
    "instantreposts": "date link",
    "votes": "date link optiontext",
    "searchqueries": "time searchquery",
    "privateidentityasset": "privateidentityassetname privateidentityassetrawtext",
    "jobapplicantsavedanswers": _ANSWER,
    "jobapplicantsavedscreeningquestionresponses": _ANSWER,
}
