-- The events of event-sourced aggregates: the only truth about them. Bodies are in the version they were written in.
CREATE TABLE messaging.event_store (
    aggregate_type text        NOT NULL,
    aggregate_id   text COLLATE "C" NOT NULL,
    version        bigint      NOT NULL CHECK (version >= 1),
    event_id       text        NOT NULL UNIQUE,
    type           text        NOT NULL,
    schema_version text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    correlation_id text        NOT NULL,
    causation_id   text        NOT NULL,
    actor          text        NOT NULL,
    body           text        NOT NULL,
    PRIMARY KEY (aggregate_type, aggregate_id, version)
);

-- What aggregates had become, to be had without folding all their events. May be emptied at any time.
CREATE TABLE messaging.snapshot (
    aggregate_type text        NOT NULL,
    aggregate_id   text COLLATE "C" NOT NULL,
    version        bigint      NOT NULL,
    format         int         NOT NULL,
    body           text        NOT NULL,
    PRIMARY KEY (aggregate_type, aggregate_id, version)
);
