-- Who owns outlets, as somebody said: an outlet of which nobody did owns itself. `folded` is the name to compare by.

CREATE TABLE outlet (
    folded   TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    owner    TEXT NOT NULL,
    language TEXT,
    host     TEXT
);
