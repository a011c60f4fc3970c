-- The chassis's own tables. A service never touches them by hand.

CREATE TABLE messaging.outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id   text        NOT NULL,
    subject    text        NOT NULL,
    headers    text        NOT NULL,
    body       bytea       NOT NULL
) WITH (
    -- Every row is inserted once and deleted once: dead rows must go quickly, or they pile up at the head of the queue.
    autovacuum_vacuum_scale_factor = 0.0,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_insert_scale_factor = 0.0,
    autovacuum_vacuum_insert_threshold = 100000
);

-- By this the relay finds what the stream already holds, however much waits. Ids rise with time: it grows at its end.
CREATE UNIQUE INDEX outbox_event_id ON messaging.outbox (event_id);

CREATE TABLE messaging.lease (
    name       text PRIMARY KEY,
    owner      text        NOT NULL,
    epoch      bigint      NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE TABLE messaging.consumer (
    name       text PRIMARY KEY,
    stream     text        NOT NULL,
    position   bigint      NOT NULL DEFAULT 0,
    event_id   text,
    epoch      bigint      NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL DEFAULT now()
);
