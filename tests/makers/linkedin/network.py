# SPDX-License-Identifier: Apache-2.0
"""The member's profile, connections, invitations, endorsements, job files and advertising values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tests.makers.clock import day_month_year, slash_utc, us_short
from tests.makers.linkedin import columns
from tests.makers.linkedin.contents import Contents, Person, Rows
from tests.makers.linkedin.eras import Era
from tests.makers.linkedin.rows import Connection, Contact, Endorsement, Invitation
from tests.makers.linkedin.shape import Files, dialect, one_row
from tests.makers.tables import record, table, whole

SCREENING = "Job Applicant Saved Screening Question Responses.csv"
SAVED_ANSWERS = "Jobs/Job Applicant Saved Answers.csv"
RESUMES = "Private_identity_asset.csv"


def files(contents: Contents, era: Era) -> Files:
    """Everything that is neither account, message nor activity."""
    profile = one_row(era.profile, _profile(contents.person))
    yield "Profile.csv", table(era.profile, [profile], dialect(era, "Profile.csv"))
    yield from _people(contents, era)
    yield from _jobs(contents, era)
    if contents.targeting is not None:
        values = [one_row(era.targeting, contents.targeting)]
        yield "Ad_Targeting.csv", table(era.targeting, values, dialect(era, "Ad_Targeting.csv"))
    for name, rows in contents.tables.items():
        yield name, table(_plain_columns(name, era), rows, dialect(era, name))


def _plain_columns(name: str, era: Era) -> tuple[str, ...]:
    if name == "Saved_Items.csv" and era.made_at.year < 2025:
        return ("savedItem", "createdTime")
    return columns.PLAIN[name]


def _profile(person: Person) -> dict[str, str]:
    return {
        "First Name": person.first,
        "Last Name": person.last,
        "Birth Date": person.birthday,
        "Headline": person.headline,
        "Summary": person.summary,
        "Industry": person.industry,
        "Zip Code": person.zip_code,
        "Geo Location": person.location,
        "Country": person.country,
    }


def _people(contents: Contents, era: Era) -> Files:
    if contents.connections is not None:
        yield "Connections.csv", _connections(contents.connections, era)
    if contents.invitations is not None:
        rows = [_invitation(invitation, contents.person, era) for invitation in contents.invitations]
        yield "Invitations.csv", table(era.invitations, rows, dialect(era, "Invitations.csv"))
    if contents.endorsements is not None:
        name = "Endorsement_Received_Info.csv"
        yield (
            name,
            table(era.endorsements, [_endorsed(x, era) for x in contents.endorsements], dialect(era, name)),
        )


def _connections(connections: Iterable[Connection], era: Era) -> bytes:
    """Since mid 2021 three lines stand before the header: a word, a paragraph in quotes, nothing."""
    form = dialect(era, "Connections.csv")
    lines = [record(era.connections, form), *(record(_connection(c, era), form) for c in connections)]
    if era.connections_note:
        note = record((columns.CONNECTIONS_NOTE,), replace(form, quoting="all"))
        lines = [f"Notes:{form.newline}", note, form.newline, *lines]
    return whole("".join(lines), form)


def _connection(connection: Connection, era: Era) -> tuple[str, ...]:
    who = connection.contact or Contact("", "")
    when = us_short(connection.when) if era.us_connections else day_month_year(connection.when)
    address = (who.url,) if "URL" in era.connections else ()
    return (who.first, who.last, *address, who.email, who.company, who.position, when)


def _invitation(invitation: Invitation, owner: Person, era: Era) -> tuple[str, ...]:
    pair = (owner.contact, invitation.contact) if invitation.sent else (invitation.contact, owner.contact)
    direction = "OUTGOING" if invitation.sent else "INCOMING"
    row = (pair[0].name, pair[1].name, us_short(invitation.when), invitation.message, direction)
    return (*row, pair[0].url, pair[1].url) if era.invitations == columns.INVITATIONS else row


def _endorsed(endorsement: Endorsement, era: Era) -> tuple[str, ...]:
    who = endorsement.contact
    address = (who.url.removeprefix("https://"),) if "Endorser Public Url" in era.endorsements else ()
    head = (slash_utc(endorsement.when), endorsement.skill, who.first, who.last)
    return (*head, *address, endorsement.status)


def _jobs(contents: Contents, era: Era) -> Files:
    if contents.seeker is not None:
        name = "Jobs/Job Seeker Preferences.csv"
        yield name, table(era.seeker, [one_row(era.seeker, contents.seeker)], dialect(era, name))
    if contents.saved_answers is not None:
        yield SAVED_ANSWERS, table(columns.ANSWERS, contents.saved_answers, dialect(era, SAVED_ANSWERS))
    if contents.screening_answers is not None:
        for name, rows in _split(contents.screening_answers, era.split_answers):
            yield name, table(columns.ANSWERS, rows, dialect(era, name))
    if contents.resumes is not None:
        yield RESUMES, table(columns.RESUMES, contents.resumes, dialect(era, RESUMES))


def _split(rows: Rows, more: int) -> Iterable[tuple[str, Rows]]:
    """The rows in order over one file without a number and ``more`` with one."""
    share = -(-len(rows) // (more + 1))
    for part in range(more + 1):
        name = SCREENING.replace(".csv", f"_{part}.csv") if part else SCREENING
        yield name, rows[part * share : (part + 1) * share]
