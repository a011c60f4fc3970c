-- What came from outside: events of writers that do not link theirs may come twice, and are known by source and id.
CREATE TABLE messaging.inbox (
    consumer text        NOT NULL,
    source   text        NOT NULL,
    id       text        NOT NULL,
    seen_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, source, id)
);

CREATE INDEX inbox_by_age ON messaging.inbox (consumer, seen_at);
