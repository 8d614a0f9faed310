-- The read model. Times are seconds since 1970 in UTC; hours and days are those seconds by 3,600 and by 86,400.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE positions (
    topic TEXT NOT NULL, partition INTEGER NOT NULL, next INTEGER NOT NULL, PRIMARY KEY (topic, partition)
) WITHOUT ROWID;

-- The latest revision of each article. `at` is when it was published, else when it was received; `hour` and `day` are
-- null where the date is not that precise. `item` is what lists show of it: a fifth of the record.
CREATE TABLE articles (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL,
    published INTEGER,
    received INTEGER NOT NULL,
    hour INTEGER,
    day INTEGER,
    source TEXT NOT NULL,
    country TEXT,
    genre TEXT,
    partition INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    item BLOB NOT NULL,
    record BLOB NOT NULL
);
CREATE INDEX articles_at ON articles (at, n);
CREATE INDEX articles_source ON articles (source, at, n);
CREATE INDEX articles_country ON articles (country, at, n);
CREATE INDEX articles_genre ON articles (genre, at, n);
CREATE INDEX articles_arrival ON articles (partition, offset);
CREATE INDEX articles_received ON articles (received);
-- Folded, which leaves nothing to tell apart but ASCII; without content of its own, since the article's record gives it
-- back.
CREATE VIRTUAL TABLE texts USING fts5 (title, text, content = '', tokenize = 'ascii');
-- Bytes of new words that are gathered before they are written: those of a batch, so that there is one piece to merge.
INSERT INTO texts (texts, rank) VALUES ('hashsize', 33554432);
CREATE TABLE revisions (
    article TEXT NOT NULL, revision INTEGER NOT NULL, received INTEGER NOT NULL, title TEXT NOT NULL,
    published_at TEXT, topic TEXT NOT NULL, partition INTEGER NOT NULL, offset INTEGER NOT NULL,
    PRIMARY KEY (article, revision)
) WITHOUT ROWID;
CREATE INDEX revisions_received ON revisions (received);
CREATE TABLE visits (article TEXT PRIMARY KEY, repeats INTEGER NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX visits_last ON visits (last);

CREATE TABLE entities (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name_ar TEXT NOT NULL,
    name_en TEXT,
    type TEXT NOT NULL,
    known INTEGER NOT NULL,
    country TEXT,
    iso TEXT,
    articles INTEGER NOT NULL DEFAULT 0,
    stories INTEGER NOT NULL DEFAULT 0,
    mentions INTEGER NOT NULL DEFAULT 0,
    outlets INTEGER NOT NULL DEFAULT 0,
    first_seen TEXT,
    last_seen TEXT,
    record BLOB
);
CREATE INDEX entities_articles ON entities (articles, n);
CREATE INDEX entities_type ON entities (type, articles, n);
-- Folded names, and the words they are made of, forwards and backwards, to find a word with one letter wrong.
CREATE VIRTUAL TABLE names USING fts5 (name, content = '', tokenize = 'ascii');
CREATE TABLE words (word TEXT PRIMARY KEY, backwards TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX words_backwards ON words (backwards, word);

-- Whom each article names, packed, with its slots: to count who is named in many articles is to read one such row of each.
CREATE TABLE name_lists (article INTEGER PRIMARY KEY, hour INTEGER, day INTEGER, entities BLOB);
-- Which article names what.
CREATE TABLE named (
    entity INTEGER NOT NULL, at INTEGER NOT NULL, article INTEGER NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (entity, at, article)
) WITHOUT ROWID;
CREATE INDEX named_article ON named (article, entity);
CREATE TABLE about (
    topic TEXT NOT NULL, at INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (topic, at, article)
) WITHOUT ROWID;
CREATE INDEX about_article ON about (article, topic);
-- Quotes by their place in the article's record: `said` 1 where the entity speaks, 0 where the quote names it.
CREATE TABLE quoted (
    entity INTEGER NOT NULL, said INTEGER NOT NULL, at INTEGER NOT NULL, article INTEGER NOT NULL,
    place INTEGER NOT NULL, PRIMARY KEY (entity, said, at, article, place)
) WITHOUT ROWID;

-- Articles by hour and by day of publication.
CREATE TABLE entity_hours (
    entity INTEGER NOT NULL, slot INTEGER NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (entity, slot)
) WITHOUT ROWID;
CREATE TABLE entity_days (
    entity INTEGER NOT NULL, slot INTEGER NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (entity, slot)
) WITHOUT ROWID;
CREATE TABLE series (
    kind TEXT NOT NULL, id TEXT NOT NULL, unit TEXT NOT NULL, slot INTEGER NOT NULL, articles INTEGER NOT NULL,
    PRIMARY KEY (kind, id, unit, slot)
) WITHOUT ROWID;

CREATE TABLE outlets (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, country TEXT, articles INTEGER NOT NULL, received INTEGER NOT NULL,
    published INTEGER
) WITHOUT ROWID;
CREATE TABLE media_topics (
    id TEXT PRIMARY KEY, name_ar TEXT, name_en TEXT, broader TEXT NOT NULL, articles INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE stories (
    id TEXT PRIMARY KEY, at INTEGER NOT NULL, articles INTEGER NOT NULL, outlets INTEGER NOT NULL,
    partition INTEGER NOT NULL, offset INTEGER NOT NULL, record BLOB NOT NULL
);
CREATE INDEX stories_at ON stories (at, id);
CREATE INDEX stories_arrival ON stories (partition, offset);
CREATE TABLE story_articles (article TEXT NOT NULL, story TEXT NOT NULL, PRIMARY KEY (article, story)) WITHOUT ROWID;
CREATE INDEX story_articles_story ON story_articles (story, article);

-- `outlets` of trends and alerts: the ids of those in their evidence, as a JSON list.
CREATE TABLE trends (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, at INTEGER NOT NULL, surprise REAL NOT NULL,
    direction TEXT NOT NULL, outlets TEXT NOT NULL, partition INTEGER NOT NULL, offset INTEGER NOT NULL,
    record BLOB NOT NULL
);
CREATE INDEX trends_at ON trends (at, id);
CREATE INDEX trends_subject ON trends (subject, at);
CREATE INDEX trends_arrival ON trends (partition, offset);
CREATE TABLE alerts (
    id TEXT PRIMARY KEY, rule TEXT NOT NULL, at INTEGER NOT NULL, outlets TEXT NOT NULL, partition INTEGER NOT NULL,
    offset INTEGER NOT NULL, record BLOB NOT NULL
);
CREATE INDEX alerts_at ON alerts (at, id);
CREATE INDEX alerts_arrival ON alerts (partition, offset);
CREATE TABLE rejected (
    id TEXT PRIMARY KEY, stage TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL, at INTEGER NOT NULL,
    topic TEXT NOT NULL, topic_partition INTEGER NOT NULL, topic_offset INTEGER NOT NULL, size INTEGER NOT NULL,
    version TEXT NOT NULL, partition INTEGER NOT NULL, offset INTEGER NOT NULL
);
CREATE INDEX rejected_at ON rejected (at, id);
CREATE INDEX rejected_reason ON rejected (stage, reason);
CREATE INDEX rejected_arrival ON rejected (partition, offset);
