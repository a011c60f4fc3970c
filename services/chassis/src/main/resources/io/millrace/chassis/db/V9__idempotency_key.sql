-- What requests with an Idempotency-Key were answered, so that the same request is answered the same again.
CREATE TABLE messaging.idempotency_key (
    key         text        NOT NULL PRIMARY KEY,
    fingerprint text        NOT NULL,
    status      int,
    location    text,
    etag        text,
    media_type  text,
    body        bytea,
    used_at     timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX idempotency_key_by_age ON messaging.idempotency_key (used_at);
