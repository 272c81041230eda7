# SPDX-License-Identifier: Apache-2.0
"""The files of an X archive, the keys in them, and how they write a time."""

from __future__ import annotations

import re
from typing import Final

from inspector.archives.dates import DateFormat
from inspector.archives.frame.new_keys import keys
from inspector.archives.frame.times import spelled

SERVICE: Final = "x"
FIRST_YEAR: Final = 2006
MANIFEST: Final = "manifest"
FOLDER: Final = "data/"

_PATH: Final = re.compile(r"(?:data/)?(?P<stem>[a-z0-9-]+?)(?:-part\d+)?\.js")
_FILES: Final = {
    "manifest": MANIFEST,
    "account": "account",
    "ip-audit": "ip-audit",
    "profile": "profile",
    "phone-number": "phone-number",
    "personalization": "personalization",
    "protected-history": "protected-history",
    "tweet": "tweets",
    "tweets": "tweets",
    "direct-messages": "direct-messages",
    "direct-messages-group": "direct-messages-group",
    "grok-chat-item": "grok-chat-item",
}
_ASSIGNED: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*window\.YTD\.[a-z0-9_]+\.part\d+\s*=")
_MANIFEST: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*window\.__THAR_CONFIG\s*=")

TWEET_TIME: Final = spelled(
    DateFormat(
        "Www Mon DD HH:MM:SS +0000 YYYY",
        re.compile(
            r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) "
            r"(?P<mo>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?P<d>\d\d) "
            r"(?P<h>\d\d):(?P<mi>[0-5]\d):(?P<s>[0-5]\d) \+0000 (?P<y>\d{4})",
            re.ASCII,
        ),
        "second",
        "stated",
    )
)


def key_of(path: str) -> str | None:
    """Return the kind of a file that bears on the answer, None for any other; large ones come in parts."""
    found = _PATH.fullmatch(path)
    return _FILES.get(found["stem"]) if found else None


def is_data(start: bytes) -> bool:
    """Tell whether a file begins like one of X's files of data."""
    return _ASSIGNED.match(start) is not None


def is_manifest(start: bytes) -> bool:
    """Tell whether a file begins like X's list of the files of an archive."""
    return _MANIFEST.match(start) is not None


ACCOUNT: Final = keys(account=keys("email createdVia username accountId createdAt accountDisplayName"))
IP_AUDIT: Final = keys(ipAudit=keys("accountId createdAt loginIp loginPortNumber"))
PROFILE: Final = keys(profile=keys("avatarMediaUrl headerMediaUrl", description=keys("bio website location")))
PHONE: Final = keys(device=keys("phoneNumber"))
PERSONALIZATION: Final = keys(
    p13nData=keys(
        "locationHistory",
        demographics=keys(languages=keys("language isDisabled"), genderInfo=keys("gender")),
        interests=keys(
            "partnerInterests shows",
            interests=keys("name isDisabled"),
            audienceAndAdvertisers=keys(
                "lookalikeAdvertisers advertisers doNotReachAdvertisers catalogAudienceAdvertisers "
                "numAudiences"
            ),
        ),
        inferredAgeInfo=keys("age birthDate"),
    )
)
PROTECTED: Final = keys(protectedHistory=keys("protectedAt action"))
GROK: Final = keys(
    grokChatItem=keys(
        "accountId chatId createdAt message postIds",
        grokMode=keys("value name originalName annotations"),
        sender=keys("value name originalName annotations"),
        attachments=keys("mediaId fileName mimeType url"),
    )
)
TWEET: Final = keys(
    tweet=keys(
        "edit_info retweeted source entities display_text_range favorite_count id_str id truncated "
        "retweet_count possibly_sensitive created_at favorited full_text lang in_reply_to_status_id "
        "in_reply_to_status_id_str in_reply_to_user_id in_reply_to_user_id_str in_reply_to_screen_name "
        "extended_entities coordinates geo scopes withheld_copyright withheld_in_countries"
    )
)
_TYPES: Final = (
    "account accountCreationIp accountLabel accountSuspension accountTimezone adEngagements adImpressions "
    "adMobileConversionsAttributed adMobileConversionsUnattributed adOnlineConversionsAttributed "
    "adOnlineConversionsUnattributed ageinfo ageInfo app article articleMedia articleMetadata block "
    "branchLinks catalogItem commerceCatalog communityNote communityNoteBatsignal communityNoteRating "
    "communityNoteTombstone communityTweet communityTweetMedia connectedApplication contact deletedNoteTweet "
    "deletedTweetHeaders "
    "deletedTweets deletedTweetsMedia deviceToken directMessageGroupHeaders directMessageHeaders "
    "directMessageMute directMessages directMessagesGroup directMessagesGroupMedia directMessagesMedia "
    "emailAddressChange follower following grokChatItem grokChatMedia ipAudit keyRegistry like listsCreated "
    "listsMember listsSubscribed moment momentsMedia momentsTweetsMedia mute niDevices noteTweet "
    "periscopeAccountInformation periscopeBanInformation periscopeBroadcastMetadata "
    "periscopeCommentsMadeByUser periscopeExpiredBroadcasts periscopeFollowers periscopeProfileDescription "
    "personalization phoneNumber productDrop productSet professionalData profile profileMedia "
    "protectedHistory replyPrompt savedSearch screenNameChange shopModule shopifyAccount smartblock "
    "spacesMetadata sso tweet tweetHeaders tweetdeck tweets tweetsMedia twitterArticle twitterArticleMedia "
    "twitterArticleMetadata twitterCircle twitterCircleMember twitterCircleTweet twitterCircleTweetMedia "
    "twitterShop userLinkClicks verified verifiedOrganization"
)
LISTED: Final = keys(
    "readmeInfo",
    userInfo=keys("accountId userName displayName"),
    archiveInfo=keys("sizeBytes generationDate isPartialArchive maxPartSizeBytes"),
    dataTypes=keys(_TYPES),
)
