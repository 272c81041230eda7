# SPDX-License-Identifier: Apache-2.0
"""What a confined process cannot do any more, tried in real processes."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from inspector.worker.confinement import limits
from tests.unit.worker.stand_ins import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these limits are those of Linux")

_CONFINED = """
import ctypes, errno, json, os, sys
sys.path.insert(0, {root!r})
from inspector.worker import confinement
confinement.at_start()
held = confinement.confine({work!r}, [os.fsencode(path) for path in {paths!r}])
libc = ctypes.CDLL(None, use_errno=True)
def tried(action):
    try:
        return action()
    except OSError as error:
        return errno.errorcode[error.errno]
def called(number, *arguments):
    ctypes.set_errno(0)
    found = libc.syscall(number, *arguments)
    return found if found >= 0 else errno.errorcode[ctypes.get_errno()]
"""


def confined(code: str, *paths: Path, work: str = "read") -> object:
    """Run `code`, whose last line is an expression, in a confined process, and return what it gives."""
    *before, last = textwrap.dedent(code).strip().splitlines()
    whole = _CONFINED.format(root=str(ROOT), work=work, paths=[str(path) for path in paths])
    whole += "\n".join(before) + f"\nos.write(1, json.dumps({last}).encode())\n"
    done = subprocess.run(
        [sys.executable, "-I", "-c", whole], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


HELD = confined("held")
needs_seccomp = pytest.mark.skipif("seccomp" not in HELD, reason="the kernel offers no filter here")  # type: ignore[operator] # a list of names
needs_landlock = pytest.mark.skipif("landlock" not in HELD, reason="the kernel offers no Landlock here")  # type: ignore[operator] # the same


def test_the_limits_of_every_unix_hold() -> None:
    assert {"memory", "cpu", "files", "parent", "privileges"} <= set(HELD)  # type: ignore[call-overload] # the same


@needs_seccomp
@pytest.mark.parametrize(
    "action",
    [
        "__import__('socket').socket()",
        "__import__('socket').socket(__import__('socket').AF_UNIX)",
        "__import__('socket').socketpair()",
        "os.fork()",
        "os.execv('/bin/true', ['true'])",
        "os.posix_spawn('/bin/true', ['true'], dict())",
        "__import__('subprocess').run(['/bin/true'])",
        "os.kill(os.getppid(), 0)",
        "os.kill(0, 0)",
        "os.kill(1, 0)",
        "os.pidfd_open(os.getppid())",
        "os.unlink({file!r})",
        "os.rename({file!r}, {file!r} + '.bak')",
        "os.chmod({file!r}, 0o777)",
        "os.truncate({file!r}, 0)",
        "os.mkdir({file!r} + '.d')",
        "os.symlink('/', {file!r} + '.l')",
        "os.utime({file!r})",
        "os.setxattr({file!r}, 'user.x', b'1')",
        "open({file!r}, 'r+b')",
        "open({file!r}, 'ab')",
        "open({file!r} + '.new', 'wb')",
        "os.open('/tmp', os.O_TMPFILE | os.O_RDWR)",
        "__import__('resource').prlimit(os.getppid(), 7)",
    ],
)
def test_the_kernel_refuses_it(action: str, tmp_path: Path) -> None:
    file = tmp_path / "given.csv"
    file.write_bytes(b"kept")
    found = confined(f"tried(lambda: {action.format(file=str(file))} and 'done')", file)
    assert found in ("EPERM", "EACCES", "EXDEV"), found
    assert [each.name for each in tmp_path.iterdir()] == ["given.csv"]
    assert file.read_bytes() == b"kept"


@needs_seccomp
@pytest.mark.skipif(sys.maxsize < 1 << 32, reason="numbers of the calls of 64 bits")
def test_ways_around_the_c_library_are_refused() -> None:
    found = confined(
        """
        import platform
        numbers = {"x86_64": (425, 435, 101, 41, 57), "aarch64": (425, 435, 117, 198, 221)}
        numbers = numbers[platform.machine()]
        [called(number, 0, 0, 0, 0, 0, 0) for number in numbers]
        """
    )
    assert found == ["EPERM", "ENOSYS", "EPERM", "EPERM", "EPERM"]


@needs_seccomp
def test_threads_and_a_signal_to_oneself_go_on_working() -> None:
    code = """
        import signal, threading
        heard = []
        signal.signal(signal.SIGUSR1, lambda *_: heard.append("signal"))
        thread = threading.Thread(target=lambda: heard.append("thread"))
        thread.start(); thread.join()
        os.kill(os.getpid(), signal.SIGUSR1)
        heard
    """
    assert confined(code) == ["thread", "signal"]


@needs_landlock
def test_only_what_was_granted_can_be_read(tmp_path: Path) -> None:
    given, other = tmp_path / "given.csv", tmp_path / "other.csv"
    given.write_bytes(b"given")
    other.write_bytes(b"secret")
    code = f"""
        def size(path): return tried(lambda: len(open(path, "rb").read()))
        [size({str(given)!r}), size({str(other)!r}), size("/etc/passwd"), size("/proc/1/environ")]
    """
    assert confined(code, given) == [5, "EACCES", "EACCES", "EACCES"]


@needs_landlock
def test_numbered_parts_beside_it_can_be_read_and_its_folder_listed(tmp_path: Path) -> None:
    for name in ("takeout-20260309T010203Z-001.zip", "takeout-20260309T010203Z-002.zip", "diary.txt"):
        (tmp_path / name).write_bytes(b"part")
    code = f"""
        folder = {str(tmp_path)!r}
        names = sorted(os.listdir(folder))
        [tried(lambda: open(os.path.join(folder, name), "rb").read().decode()) for name in names]
    """
    assert confined(code, tmp_path / "takeout-20260309T010203Z-001.zip") == ["EACCES", "part", "part"]


@needs_landlock
def test_a_capture_is_seen_without_those_beside_it(tmp_path: Path) -> None:
    for name in ("Screenshot 1.png", "Screenshot 2.png"):
        (tmp_path / name).write_bytes(b"seen")
    code = f"""
        def read(name): return tried(lambda: open(os.path.join({str(tmp_path)!r}, name)).read())
        [read("Screenshot 1.png"), read("Screenshot 2.png"), tried(lambda: os.listdir({str(tmp_path)!r}))]
    """
    assert confined(code, tmp_path / "Screenshot 1.png", work="capture") == ["seen", "EACCES", "EACCES"]


@needs_landlock
def test_a_folder_can_be_read_to_its_depths(tmp_path: Path) -> None:
    inside = tmp_path / "export" / "deep"
    inside.mkdir(parents=True)
    (inside / "Shares.csv").write_bytes(b"shares")
    code = f"open({str(inside / 'Shares.csv')!r}).read()"
    assert confined(code, tmp_path / "export") == "shares"


@needs_landlock
def test_a_link_out_of_a_folder_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "link.csv").symlink_to(tmp_path / "secret")
    assert confined(f"tried(lambda: open({str(folder / 'link.csv')!r}).read())", folder) == "EACCES"


def test_memory_has_an_end() -> None:
    code = """
        def take():
            try:
                return len(bytes(3 << 30))
            except MemoryError:
                return "no more"
        take()
    """
    assert confined(code) == "no more"


def test_every_task_gets_its_own_processor_time() -> None:
    code = """
        import resource
        confinement.renew()
        resource.getrlimit(resource.RLIMIT_CPU)[0]
    """
    found = confined(code)
    assert isinstance(found, int)
    assert limits.SECONDS <= found <= limits.SECONDS + 30


def test_no_dump_of_memory_is_left_and_few_files_are_open() -> None:
    code = """
        import resource as r
        [r.getrlimit(what)[1] for what in (r.RLIMIT_CORE, r.RLIMIT_FSIZE, r.RLIMIT_NOFILE)]
    """
    assert confined(code) == [0, 0, 512]


def test_a_process_that_takes_too_much_ends_where_the_system_keeps_no_limit() -> None:
    code = (
        f"import sys, time; sys.path.insert(0, {str(ROOT)!r})\n"
        "from inspector.worker.confinement import watchdog\n"
        "watchdog.watch(150 << 20)\n"
        "kept = b'x' * (200 << 20)\n"
        "time.sleep(30)\n"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], check=False, timeout=60)
    assert done.returncode == 137
