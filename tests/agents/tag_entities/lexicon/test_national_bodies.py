"""Bodies that each nation has one of."""

from agents.tag_entities.context import ArticleContext
from agents.tag_entities.lexicon.lexicon import Known
from agents.tag_entities.lexicon.national_bodies import is_of_other_country, says_no_nation

DEMONYMS = {"المغربيه": "loc:morocco"}


def context(weights):
    """Return a context with countries weighed."""
    made = ArticleContext.empty(None)
    made.country_weights = weights
    return made


def test_a_body_of_another_country_is_not_meant():
    """مجلس الأمة in an article about Jordan is not Kuwait's, in one that names Kuwait it may be."""
    body = "مجلس الامه"
    known = Known("org:kuwaiti-national-assembly", body, "National Assembly", "ORG", "parliament", ("loc:kuwait",))
    assert is_of_other_country(body, known, context({"loc:jordan": 4.0}), DEMONYMS)
    assert not is_of_other_country(body, known, context({"loc:jordan": 4.0, "loc:kuwait": 1.0}), DEMONYMS)
    assert not is_of_other_country(body, known, context({}), DEMONYMS)


def test_each_country_has_an_army():
    """الجيش الوطني in an article about Libya is not that of Yemen."""
    known = Known("org:yemeni-armed-forces", "الجيش الوطني", "Army", "ORG", "army", ("loc:yemen",))
    assert is_of_other_country(known.ar, known, context({"loc:libya": 4.0}), DEMONYMS)


def test_other_bodies_tell_the_country_too():
    """مجلس الشعب beside a parliament of Tunisia is not Egypt's, though no place is named."""
    known = Known("org:egyptian-parliament", "مجلس الشعب", "People's Assembly", "ORG", "parliament", ("loc:egypt",))
    told = context({})
    told.countries = {"loc:tunisia"}
    assert is_of_other_country(known.ar, known, told, DEMONYMS)


def test_a_nation_in_the_name_is_heard():
    """Any word of the name can say it."""
    assert [says_no_nation(name, DEMONYMS) for name in ("وزاره الصحه", "وزاره الصحه المغربيه")] == [True, False]
