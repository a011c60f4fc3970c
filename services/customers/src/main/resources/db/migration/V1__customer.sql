-- A customer who was erased keeps the row, without name and address: its id is never given to another one.
CREATE TABLE customer (
    id          TEXT COLLATE "C" PRIMARY KEY,
    version     BIGINT NOT NULL CHECK (version >= 1),
    status      TEXT   NOT NULL CHECK (status IN ('ACTIVE', 'ERASED')),
    name        TEXT,
    street      TEXT,
    postal_code TEXT,
    city        TEXT,
    country     TEXT,
    CHECK (
        (status = 'ACTIVE' AND num_nulls(name, country) = 0)
        OR (status = 'ERASED' AND num_nonnulls(name, street, postal_code, city, country) = 0)
    )
);

CREATE INDEX customer_active ON customer (id) WHERE status = 'ACTIVE';
