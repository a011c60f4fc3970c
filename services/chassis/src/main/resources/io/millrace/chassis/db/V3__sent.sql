-- What the relay has sent during the last days: put back into the outbox when the broker has lost it.
CREATE TABLE messaging.sent (
    -- Where it stands in the stream. Rows arrive in this order, so the index grows at its end alone.
    sequence   bigint PRIMARY KEY,
    event_id   text        NOT NULL,
    subject    text        NOT NULL,
    headers    text        NOT NULL,
    body       bytea       NOT NULL,
    sent_at    timestamptz NOT NULL DEFAULT now()
) WITH (
    -- Old rows are deleted at one end, a few thousand at a time: their space is wanted again soon.
    autovacuum_vacuum_scale_factor = 0.0,
    autovacuum_vacuum_threshold = 50000
);
