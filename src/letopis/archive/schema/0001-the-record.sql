-- Times are microseconds since 1970, UTC. `at` is an article's place in the order of time (see clock.py):
-- unique, so that it serves as the key of every newest-first list and as the rowid of the index of words.

CREATE TABLE counter (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
);

CREATE TABLE warc (
    file TEXT PRIMARY KEY,
    size INTEGER NOT NULL
);

CREATE TABLE capture (
    id         INTEGER PRIMARY KEY,
    url        TEXT NOT NULL,
    final_url  TEXT NOT NULL,
    fetched    INTEGER,
    kept       INTEGER NOT NULL,
    status     INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    file       TEXT,
    place      INTEGER
);
CREATE INDEX capture_by_url ON capture (url, sha256);

CREATE TABLE article (
    id        INTEGER PRIMARY KEY,
    address   TEXT NOT NULL UNIQUE,
    version   INTEGER NOT NULL,
    at        INTEGER NOT NULL UNIQUE,
    seen      INTEGER NOT NULL,
    published INTEGER,
    title     TEXT,
    opening   TEXT NOT NULL,
    outlet    TEXT,
    language  TEXT,
    story     INTEGER
);
CREATE INDEX article_by_seen ON article (seen);
CREATE INDEX article_by_story ON article (story);
CREATE INDEX article_by_outlet ON article (outlet, language, published);
CREATE INDEX article_by_language ON article (language);

CREATE TABLE version (
    article INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    capture INTEGER NOT NULL,
    kept    INTEGER NOT NULL,
    words   BLOB NOT NULL,
    record  BLOB NOT NULL,
    PRIMARY KEY (article, number)
);

CREATE TABLE refusal (
    address TEXT PRIMARY KEY,
    url     TEXT,
    reason  TEXT NOT NULL,
    kept    INTEGER NOT NULL
);
CREATE INDEX refusal_by_time ON refusal (kept);

CREATE TABLE person (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    surname    TEXT NOT NULL,
    given      TEXT NOT NULL,
    patronymic TEXT NOT NULL,
    outlet     TEXT NOT NULL
);
CREATE INDEX person_by_surname ON person (surname, given);

CREATE TABLE person_word (
    word   TEXT NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (word, person)
) WITHOUT ROWID;

CREATE TABLE mention (
    article INTEGER NOT NULL,
    name    TEXT NOT NULL,
    person  INTEGER NOT NULL,
    role    TEXT,
    at      INTEGER NOT NULL,
    seen    INTEGER NOT NULL,
    outlet  TEXT NOT NULL,
    surname TEXT NOT NULL,
    given   TEXT NOT NULL,
    PRIMARY KEY (article, name)
);
CREATE INDEX mention_by_person ON mention (person, at);
CREATE INDEX mention_by_surname ON mention (surname, outlet, seen);

CREATE TABLE statement (
    article      INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    words        TEXT NOT NULL,
    speaker      TEXT,
    speaker_kind TEXT NOT NULL,
    role         TEXT,
    person       INTEGER,
    medium       TEXT NOT NULL,
    background   INTEGER NOT NULL,
    PRIMARY KEY (article, number)
);
CREATE INDEX statement_by_article ON statement (article, person, speaker, speaker_kind);
CREATE INDEX statement_by_person ON statement (person, at);
CREATE INDEX statement_by_speaker ON statement (speaker, article);

CREATE TABLE speaker_word (
    word    TEXT NOT NULL,
    speaker TEXT NOT NULL,
    PRIMARY KEY (word, speaker)
) WITHOUT ROWID;

CREATE TABLE story (
    id     INTEGER PRIMARY KEY,
    latest INTEGER,
    words  BLOB NOT NULL
);
CREATE INDEX story_by_latest ON story (latest);

CREATE TABLE redirect (
    merged INTEGER PRIMARY KEY,
    target INTEGER NOT NULL
);

CREATE TABLE edition (
    day   TEXT PRIMARY KEY,
    words BLOB NOT NULL
);

-- What SQLite has its own words for; PostgreSQL will say the same with a tsvector in a side table.
CREATE VIRTUAL TABLE lemma USING fts5(
    lemmas, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);
