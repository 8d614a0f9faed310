"""Files that a user writes, damaged: each is read, or refused with a message that names it."""

import tempfile
from pathlib import Path

import orjson
from hypothesis import given
from hypothesis import strategies as st

from agents.alert import rules_file
from agents.alert.match import Matcher
from agents.clean.fields import outlet_register
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.lexicon.user_file import Watched
from agents.tag_topics.concepts import taxonomy, user_topics
from streams import settings
from tests.fuzz import inputs
from tests.fuzz.stages import DEMO

RULES = (DEMO.parent / "alerts-example.toml").read_bytes()
OUTLETS = """
[[outlets]]
id = "al-fanar"
ar = ["الفنار"]
en = ["Al Fanar"]
hosts = ["alfanar.example", "xn--mgbx.example"]
country = "EG"
zone = "Africa/Cairo"
""".encode()
LEXICON = (
    {"id": "per:a-b", "ar": "أحمد البحري", "en": "A B", "type": "PER", "kind": "minister", "alone": ["البحري"]},
    {"id": "loc:a", "ar": ["مدينة", "البلدة"], "en": "A", "type": "LOC", "kind": "city", "country": "loc:egypt"},
    {"merge": "per:a-b", "into": "per:c"},
    {"silence": "loc:egypt"},
)
TOPICS = """# ports
[desk:ports] ports and shipping lanes | موانئ وممرات بحرية | medtop:20000337
! ازدحام الموانئ, رسوم العبور
+ ميناء, موانئ
~ سفينة
- ميناء الهاتف
[medtop:04000000]
+ بورصة
""".encode()
ENVIRONMENT = b'RASID_BROKER=localhost:9092\nRASID_TIMEZONE="Africa/Cairo"\nRASID_MAX_PAGE_BYTES=1000\n'


def refused(data, load):
    """Return what is said against a file; empty when it is taken. Anything but a SettingsError comes through."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file"
        file.write_bytes(data)
        try:
            load(file)
        except settings.SettingsError as error:
            said = str(error)
            assert "file" in said
            return said
        return ""


def toml(data):
    """Return strategies for TOML: damaged, with a value twisted, or anything."""
    twisted = st.tuples(st.sampled_from(data.decode().split('"')[1::2]), inputs.texts).map(
        lambda pair: data.replace(pair[0].encode(), pair[1].encode("utf-8", "replace"))
    )
    return st.one_of(inputs.damaged(data), twisted, st.binary(max_size=60), st.just(b"a=" + b"[" * 3000))


@given(toml(RULES))
def test_rules_of_alerts_are_read_or_refused(data):
    """What is read can be held against articles."""
    assert refused(data, lambda file: Matcher(rules_file.load(file).rule)) is not None


@given(toml(OUTLETS))
def test_a_register_of_outlets_is_read_or_refused(data):
    """Names, hosts and zones of any kind."""
    assert refused(data, lambda file: outlet_register.load.__wrapped__(str(file))) is not None


@given(st.lists(st.sampled_from(LEXICON).flatmap(inputs.changed).map(inputs.as_json), max_size=4), st.data())
def test_entities_are_read_or_refused(lines, data):
    """Entities, merges and silences of any kind, over the lexicon that ships."""
    file = data.draw(st.one_of(st.just(b"\n".join(lines)), inputs.damaged(b"\n".join(map(orjson.dumps, LEXICON)))))
    assert refused(file, lambda path: Watched(packaged(), str(path))) is not None


@given(st.one_of(inputs.damaged(TOPICS), inputs.texts.map(lambda text: text.encode("utf-8", "replace"))))
def test_media_topics_are_read_or_refused(data):
    """Headings and phrases of any kind, under the taxonomy that ships."""
    assert refused(data, lambda file: user_topics.load(file, taxonomy.load())) is not None


@given(inputs.damaged(ENVIRONMENT), st.sampled_from(sorted(settings.Settings.__struct_fields__)), inputs.texts)
def test_settings_are_read_or_refused(data, name, value):
    """A file of variables, a variable and a flag of any value; the message names which."""

    def load(file):
        try:
            settings.load({name: value}, {f"RASID_{name.upper()}": value}, file)
        except settings.SettingsError as error:
            raise settings.SettingsError(f"file: {error}") from error

    assert refused(data, load) is not None
