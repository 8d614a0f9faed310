"""Lists as files: CSV and JSON Lines."""

from tests.agents.serve.filled import NOW, SISI, article, trend


def test_an_export_has_an_end(filled, monkeypatch):
    """However long the list is."""
    monkeypatch.setattr("agents.serve.web.routes.export.MAX_ITEMS", 3)

    assert filled.get("/api/v1/export.ndjson?list=articles&limit=2").text.count("\n") == 3


def test_lists_are_exported_whole(filled):
    """As CSV with a header, formulas made harmless, and as JSON Lines; over all pages."""
    filled.add(article("evil", title="=HYPERLINK(1)"))
    csv, lines = filled.get("/api/v1/export.csv?list=articles&limit=2", "/api/v1/export.ndjson?list=articles&limit=1")

    assert len(lines.text.splitlines()) == 5
    assert csv.text.startswith("\ufeffid,url,title")
    assert csv.text.count("\r\n") == 6
    assert ",'=HYPERLINK(1)," in csv.text
    assert "مصر بخير" in filled.get(f"/api/v1/export.csv?list=quotes&entity={SISI.id}&by=").text


def test_a_trend_in_csv_has_its_names_in_columns(filled):
    """A spreadsheet shows what trends by its name."""
    filled.add(trend("loc:egypt", NOW, 8.0))
    head, line = filled.get("/api/v1/export.csv?list=trends&subject=loc:egypt&window=all").text.splitlines()[:2]
    cells = dict(zip(head.split(","), line.split(","), strict=False))
    assert (cells["subject.id"], cells["subject.name_ar"], cells["subject.name_en"]) == ("loc:egypt", "مصر", "Egypt")
