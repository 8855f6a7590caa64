"""What the machine did, as a line: what is wrong, where, and what helps."""

import errno
import socket
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound

from postil.engines.address import wrong_place
from postil.engines.faults import as_line


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(errno.ENOSPC, "No space"), "The disk is full: site.building could not be written"),
        (MemoryError(), "There is too little memory."),
        (BrokenProcessPool(), "A process of the build was ended from outside"),
        (OSError(errno.EBUSY, "Busy", "site.building"), "site.building is in use by the system."),
        (OSError(errno.EXDEV, "Odd", "site"), "site came with the container's image, and no other"),
        (OSError(errno.EBADMSG, "altered", "leaves/1"), "leaves/1 is not what was written there."),
        (OSError(errno.EPIPE, "Odd"), "site.building could not be used: Odd. Build again."),
    ],
)
def test_an_error_that_names_no_file_is_told_with_the_folder(error, line):
    assert line in as_line(error, Path.cwd() / "site.building")


@pytest.mark.parametrize("error", [ValueError("bug"), TemplateNotFound("x.html")])
def test_a_bug_is_no_fault_of_the_machine(error):
    assert as_line(error, Path("site.building")) is None


def test_a_name_that_no_computer_has_is_told_in_the_words_for_that(monkeypatch):
    def refused(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "create_server", refused)
    told = wrong_place("nobody.example", 8000)
    assert told.startswith("nobody.example:8000 cannot be served at: Name or service not known.")


def test_a_copy_that_fails_is_told_by_where_it_was_to_go():
    error = OSError(errno.ENOSPC, "No space", "docs/a.png", None, str(Path.cwd() / "s/a.png"))
    assert as_line(error, Path.cwd() / "s").startswith("The disk is full: s/a.png")


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (errno.EACCES, "There is no permission to use a.md. Give it to the account that runs this"),
        (errno.EROFS, "a.md is on a disk that can only be read."),
        (errno.ENOSPC, "The disk is full: a.md could not be written."),
    ],
)
def test_of_a_command_nobody_says_that_it_wrote_or_names_options_of_a_build(number, line):
    told = as_line(OSError(number, "x", "a.md"), None)
    assert told.startswith(line)
    assert "--site-dir" not in told
