-- What an address showed from `at` on, as long as it showed the same headlines.

CREATE TABLE front_page (
    id      INTEGER PRIMARY KEY,
    address TEXT NOT NULL,
    at      INTEGER NOT NULL,
    capture INTEGER NOT NULL,
    kept    INTEGER NOT NULL,
    words   BLOB NOT NULL
);
CREATE INDEX front_page_by_address ON front_page (address, at, id);
