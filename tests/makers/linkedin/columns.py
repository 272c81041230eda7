# SPDX-License-Identifier: Apache-2.0
"""Column names per file and era, as measured on real archives and read from their parsers."""

from __future__ import annotations

from typing import Final

Columns = tuple[str, ...]


def _split(text: str) -> Columns:
    return tuple(part.strip() for part in text.split("|"))


MESSAGES_2018: Final = _split("From|To|Date|Subject|Content|Direction|Folder")
MESSAGES_2020: Final = tuple(name.upper() for name in MESSAGES_2018)
MESSAGES_2021: Final = _split(
    "CONVERSATION ID|CONVERSATION TITLE|FROM|SENDER PROFILE URL|TO|DATE|SUBJECT|CONTENT|FOLDER"
)
MESSAGES_2023: Final = _split(
    "CONVERSATION ID|CONVERSATION TITLE|FROM|SENDER PROFILE URL|TO|RECIPIENT PROFILE URLS|DATE|SUBJECT|"
    "CONTENT|FOLDER"
)
MESSAGES_2024: Final = (*MESSAGES_2023, "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT")
MESSAGES_2025: Final = (*MESSAGES_2023, "ATTACHMENTS")
MESSAGES_2025_DRAFT: Final = (*MESSAGES_2025, "IS MESSAGE DRAFT")
MESSAGES_ALL: Final = (*MESSAGES_2025_DRAFT, "IS CONVERSATION DRAFT")

REGISTRATION_2018: Final = _split(
    "Registration Date|Registration IP Address|Invited by (First Name)|Invited by (Last Name)|"
    "Subscription Types"
)
REGISTRATION: Final = _split("Registered At|Registration Ip|Subscription Types")
STATUS_HISTORY: Final = _split("Time|Event")
RECEIPTS: Final = _split(
    "First Name|Last Name|Billing Country|Postal Code|Transaction Made At|Payment Method Type|"
    "Invoice Number|Description|Tax Amount|Sub Total|Total Amount|Currency Code"
)
LOGINS: Final = _split("Login Date|IP Address|User Agent|Login Type")
CHALLENGES: Final = _split("Challenge Date|IP Address|User Agent|Country|Challenge Type")
EMAILS: Final = _split("Email Address|Confirmed|Primary|Updated On")
PHONES: Final = _split("Extension|Number|Type")
VERIFICATIONS: Final = _split(
    "First name|Middle name|Last name|Verification type|Organization name|Email address|Country|State|"
    "City|Year of birth|Issuing authority|Document type|Verification service provider|Verified date|"
    "Expiry date"
)
PROFILE: Final = _split(
    "First Name|Last Name|Maiden Name|Address|Birth Date|Headline|Summary|Industry|Zip Code|"
    "Geo Location|Twitter Handles|Websites|Instant Messengers"
)
PROFILE_2018: Final = (*PROFILE, "Contact Instructions", "Country")

SHARES_2018: Final = _split(
    "Date|Share Title|Share Description|Share Link|Share Commentary|Shared URL|Media URL|Type|Visibility"
)
SHARES_2022: Final = _split("Date|ShareLink|ShareCommentary|SharedURL|MediaURL|Visibility")
SHARES: Final = _split("Date|ShareLink|ShareCommentary|SharedUrl|MediaUrl|Visibility")
COMMENTS: Final = _split("Date|Link|Message")
REACTIONS: Final = _split("Date|Type|Link")
REPOSTS: Final = _split("Date|Link")
VOTES: Final = _split("Date|Link|OptionText")
SEARCHES: Final = _split("Time|Search Query")
RICH_MEDIA_OLD: Final = _split("Type|Link")
RICH_MEDIA: Final = _split("Date/Time|Media Description|Media Link")

CONNECTIONS_2018: Final = _split("First Name|Last Name|Email Address|Company|Position|Connected On")
CONNECTIONS: Final = _split("First Name|Last Name|URL|Email Address|Company|Position|Connected On")
CONNECTIONS_NOTE: Final = (
    "When exporting your connection data, you may notice that some of the email addresses are missing. "
    "You will only see email addresses for connections who have allowed their connections to see or "
    "download their email address using this setting https://www.linkedin.com/psettings/privacy/email. "
    "You can learn more here https://www.linkedin.com/help/linkedin/answer/261"
)
INVITATIONS_2021: Final = _split("From|To|Sent At|Message|Direction")
INVITATIONS: Final = (*INVITATIONS_2021, "inviterProfileUrl", "inviteeProfileUrl")
ENDORSED_2022: Final = _split(
    "Endorsement Date|Skill Name|Endorser First Name|Endorser Last Name|Endorsement Status"
)
ENDORSED: Final = (*ENDORSED_2022[:4], "Endorser Public Url", ENDORSED_2022[4])

ANSWERS: Final = _split("Question|Answer")
RESUMES: Final = _split("Private Identity Asset Name|Private Identity Asset Raw Text")
SEEKER_2018: Final = _split(
    "Locations|Industries|Company Employee Count|Preferred Job Types|Job Titles|Open To Recruiters|"
    "Dream Companies|Profile Shared With Job Poster|Job Title For Searching Fast Growing Companies|"
    "Introduction Statement|Phone Number|Job Seeker Activity Level|Preferred Start Time Range|"
    "Commute Preference Starting Address|Commute Preference Starting Time|Mode Of Transportation|"
    "Maximum Commute Duration"
)
SEEKER_2022: Final = (*SEEKER_2018, "Open Candidate Visibility", "Job Seeking Urgency Level")
SEEKER_2026: Final = (*SEEKER_2022, "Semantic Preferences")

# Only these two columns of the 2018 file are known.
TARGETING_2018: Final = _split("Country|Partner Opt Out Advertising")
TARGETING_2026: Final = _split(
    "Member Age|Buyer Groups|Company Names|Company Names|Company Follower of|Company Names|"
    "Company Category|Company Size|Degrees|degreeClass|Recent Device OS|Member Schools|"
    "Company Growth Rate|Fields of Study|Company Connections|Function By Size|Job Functions|"
    "Member Gender|Graduation Year|Member Groups|Company Industries|Member Interests|Interface Locales|"
    "interfaceLocale|Member Traits|High Value Audience Segments|Profile Locations|Company Revenue|"
    "Job Seniorities|Member Skills|Standard Audience Segments|Job Titles|Job Titles|Job Titles|"
    "Years of Experience"
)
_NEW_2026 = frozenset({"Recent Device OS", "High Value Audience Segments", "Standard Audience Segments"})
TARGETING_2023: Final = tuple(name for name in TARGETING_2026 if name not in _NEW_2026)
TARGETING_2022: Final = tuple(name for name in TARGETING_2023 if name != "Buyer Groups")

# Files whose shape never depended on the era, as far as is known.
LEARNING: Final = _split(
    "Content Title|Content Description|Content Type|Content Last Watched Date (if viewed)|"
    "Content Completed At (if completed)|Content Saved|Notes taken on videos (if taken)|"
)
PLAIN: Final[dict[str, Columns]] = {
    "Positions.csv": _split("Company Name|Title|Description|Location|Started On|Finished On"),
    "Education.csv": _split("School Name|Start Date|End Date|Notes|Degree Name|Activities"),
    "Skills.csv": ("Name",),
    "Languages.csv": _split("Name|Proficiency"),
    "Certifications.csv": _split("Name|Url|Authority|Started On|Finished On|License Number"),
    "Projects.csv": _split("Title|Description|Url|Started On|Finished On"),
    "Publications.csv": _split("Name|Published On|Description|Publisher|Url"),
    "Honors.csv": _split("Title|Description|Issued On"),
    "Volunteering.csv": _split("Company Name|Role|Cause|Started On|Finished On|Description"),
    "Causes You Care About.csv": ("Supported Cause",),
    "Profile Summary.csv": ("Profile Summary",),
    "Recommendations_Received.csv": _split(
        "First Name|Last Name|Company|Job Title|Text|Creation Date|Status"
    ),
    "Recommendations_Given.csv": _split("First Name|Last Name|Company|Job Title|Text|Creation Date|Status"),
    "Company Follows.csv": _split("Organization|Followed On"),
    "Events.csv": _split("Event Name|Event Time|Status|External Url"),
    "Learning.csv": LEARNING,
    "Jobs/Job Applications.csv": _split(
        "Application Date|Contact Email|Contact Phone Number|Company Name|Job Title|Job Url|Resume Name|"
        "Question And Answers"
    ),
    "Jobs/Saved Jobs.csv": _split("Saved Date|Job Url|Job Title|Company Name"),
    "Whatsapp Phone Numbers.csv": _split("Number|Extension|Is_WhatsApp_Number"),
    "Verifications/Verifications.csv": VERIFICATIONS,
    "Ads Clicked.csv": _split("Ad clicked Date|Ad Title/Id"),
    "LAN Ads Engagement.csv": _split("Action|Date|Ad Title/Id|Page/App"),
    "Inferences_about_you.csv": _split("Category|Type of inference|Description|Inference"),
    "Member_Follows.csv": _split("Date|Status|FullName"),
    "Hashtag_Follows.csv": _split("HashTag|CreatedTime|LastModifiedTime|State"),
    "Saved_Items.csv": _split("savedItem|CreatedTime"),
    "Notes.csv": _split(
        "Connection First Name|Connection Last Name|Connection Profile URL|Note|Created On|Edited On"
    ),
    "Duolingo.csv": _split("Language|Score|Proficiency Level"),
}
