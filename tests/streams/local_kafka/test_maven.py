"""Reading the machine's Maven settings."""

from pathlib import Path

import pytest

from streams.local_kafka import maven

HEAD = '<settings xmlns="http://maven.apache.org/SETTINGS/1.2.0">'


def read(tmp_path, *bodies, environ=None):
    """Read settings files with these contents, the first one first."""
    files = []
    for number, body in enumerate(bodies):
        file = tmp_path / f"{number}.xml"
        file.write_text(f"{HEAD}{body}</settings>", encoding="utf-8")
        files.append(file)
    return maven.read(files, environ or {})


def mirror(name, url, of):
    """Return a mirror's element."""
    return f"<mirror><id>{name}</id><url>{url}</url><mirrorOf>{of}</mirrorOf></mirror>"


def test_without_settings_it_is_central_and_the_home_repository(tmp_path):
    """What Maven does when nobody says anything."""
    assert read(tmp_path) == maven.Maven(Path.home() / ".m2" / "repository", {}, None)


def test_the_first_mirror_of_central_is_asked_and_the_users_file_goes_first(tmp_path):
    """One mirror of a repository, as in Maven; a slash at the end goes."""
    mirrors = mirror("other", "https://o.example/", "spring") + mirror("mine", "https://m.example/", "*")
    user = f"<mirrors>{mirrors}</mirrors>"
    machine = f"<mirrors>{mirror('theirs', 'https://t.example', 'central')}</mirrors>"
    assert read(tmp_path, user, machine).repositories == {"mine": "https://m.example"}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("central", True),
        ("*", True),
        ("external:*", True),
        ("a, central", True),
        ("*,!central", False),
        ("external:http:*", False),
        ("spring", False),
        ("", False),
    ],
)
def test_patterns_of_mirrors(pattern, expected):
    """Maven's own rules for mirrorOf, as far as Central is meant."""
    assert maven.mirrors_central(pattern) is expected


def test_a_servers_login_and_the_environment_are_filled_in(tmp_path):
    """The login of the mirror's id, with characters that an address would trip over."""
    body = (
        f"<mirrors>{mirror('m', 'https://m.example/maven', '*')}</mirrors>"
        "<servers><server><id>m</id><username>me</username><password>${env.SECRET}</password></server></servers>"
    )
    found = read(tmp_path, body, environ={"SECRET": "p@ss/1"})
    assert found.repositories == {"m": "https://me:p%40ss%2F1@m.example/maven"}


def test_repositories_of_active_profiles_are_asked_too(tmp_path):
    """One named central takes Central's place; a profile that is not active says nothing."""
    repository = "<repositories><repository><id>{0}</id><url>https://{0}.example</url></repository></repositories>"
    body = (
        f"<profiles><profile><id>on</id>{repository.format('central')}</profile>"
        f"<profile><activation><activeByDefault>true</activeByDefault></activation>{repository.format('more')}</profile>"
        f"<profile><id>off</id>{repository.format('off')}</profile></profiles>"
        "<activeProfiles><activeProfile>on</activeProfile></activeProfiles>"
    )
    assert read(tmp_path, body).repositories == {"central": "https://central.example", "more": "https://more.example"}


def test_a_profile_that_adds_a_repository_does_not_take_central_away(tmp_path):
    """Kafka's jars are on Central, whatever else is asked."""
    body = (
        "<profiles><profile><id>on</id><repositories><repository><id>more</id><url>https://more.example</url>"
        "</repository></repositories></profile></profiles>"
        "<activeProfiles><activeProfile>on</activeProfile></activeProfiles>"
    )
    assert list(read(tmp_path, body).repositories) == ["central", "more"]


def test_local_repository_from_the_environment_or_the_file(tmp_path):
    """M2_REPO goes before localRepository."""
    body = "<localRepository>${user.home}/jars</localRepository>"
    assert read(tmp_path, body).local_repository == Path.home() / "jars"
    assert read(tmp_path, body, environ={"M2_REPO": "/m2"}).local_repository == Path("/m2")


def test_the_active_proxy_is_used(tmp_path):
    """One that is switched off is passed over."""
    body = (
        "<proxies><proxy><active>false</active><host>no.example</host></proxy>"
        "<proxy><active>true</active><protocol>http</protocol><host>p.example</host><port>3128</port></proxy></proxies>"
    )
    assert read(tmp_path, body).proxy == "http://p.example:3128"


def test_a_broken_file_is_passed_over(tmp_path):
    """The next one is read."""
    broken = tmp_path / "broken.xml"
    broken.write_text("<settings>", encoding="utf-8")
    assert maven.read([broken, tmp_path / "missing.xml"], {}).repositories == {}
