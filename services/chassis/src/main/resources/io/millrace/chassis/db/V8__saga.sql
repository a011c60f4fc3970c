-- One row per business transaction over several services. The version counts the events that it has emitted.
CREATE TABLE messaging.saga (
    type           text        NOT NULL,
    id             text COLLATE "C" NOT NULL,
    phase          text        NOT NULL CHECK (phase IN ('RUNNING', 'COMPENSATING', 'DONE', 'UNDONE')),
    step           text        NOT NULL,
    asked          int         NOT NULL,
    state          text        NOT NULL,
    pending        text        NOT NULL,
    version        bigint      NOT NULL,
    notes          int         NOT NULL,
    due_at         timestamptz,
    correlation_id text        NOT NULL,
    actor          text        NOT NULL,
    started_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    PRIMARY KEY (type, id)
);

CREATE INDEX saga_due ON messaging.saga (type, due_at) WHERE due_at IS NOT NULL;

CREATE INDEX saga_by_id ON messaging.saga (id, type);

CREATE INDEX saga_unanswered ON messaging.saga (id) WHERE asked >= 4;

-- What happened to a saga, in order.
CREATE TABLE messaging.saga_step (
    type       text        NOT NULL,
    id         text COLLATE "C" NOT NULL,
    number     int         NOT NULL,
    step       text        NOT NULL,
    what       text        NOT NULL,
    event_type text,
    event_id   text,
    at         timestamptz NOT NULL,
    PRIMARY KEY (type, id, number)
);
