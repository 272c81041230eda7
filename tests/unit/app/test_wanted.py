# SPDX-License-Identifier: Apache-2.0
"""Which archives are worth asking for."""

from __future__ import annotations

from inspector.app import specs
from inspector.app.demo import ARCHIVE
from inspector.app.session import Session
from inspector.app.wanted import services_about, services_with_plans, told_names, wanted_archives
from inspector.catalog.index import Catalog
from inspector.system.resources import path


def test_without_a_service_named_it_is_what_the_program_can_read() -> None:
    session = Session(Catalog.load())
    readable = [one.id for one in session.catalog.services() if one.archive and one.archive.reader]
    assert list(wanted_archives(session)) == readable
    assert "linkedin" in readable


def test_what_is_read_is_wanted_no_longer() -> None:
    session = Session(Catalog.load())
    session.declare_services(["linkedin"])
    assert wanted_archives(session) == ("linkedin",)
    session.add(session.read(path(ARCHIVE)))
    assert wanted_archives(session) == ()


def test_a_case_is_about_what_is_asked_for_what_files_are_from_and_what_is_said() -> None:
    session = Session(Catalog.load())
    assert services_about(session) == ()
    session.declare_services(["x"])
    session.add(session.read(path(ARCHIVE)))
    control = session.catalog.service("chatgpt").controls[0]
    session.say(specs.declared(f"{control.id}=on@2025-01-01", session.catalog))
    assert services_about(session) == ("chatgpt", "linkedin", "x")
    assert not session.catalog.service("x").plans
    assert services_with_plans(session) == ("chatgpt", "linkedin")


def test_names_of_files_are_told_as_people_write_them() -> None:
    patterns = ("export_*.zip", "*-20*-*-*.zip", "*.zip.zip", "package.zip", "meta-*")
    assert told_names(patterns) == ("export_(…).zip", "package.zip", "meta-(…)")
    assert told_names(()) == ()
