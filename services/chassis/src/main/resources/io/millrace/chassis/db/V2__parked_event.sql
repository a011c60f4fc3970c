-- Events that could not be handled, and the later events of the same aggregate that wait behind them.
-- The lowest position of a key is its head: only a head is tried, so the order within an aggregate holds.
CREATE TABLE messaging.parked_event (
    consumer      text        NOT NULL,
    position      bigint      NOT NULL,
    key           text        NOT NULL,
    event_id      text,
    type          text,
    subject       text        NOT NULL,
    headers       text        NOT NULL,
    body          bytea       NOT NULL,
    state         text        NOT NULL CHECK (state IN ('WAITING', 'RETRYING', 'DEAD', 'DISCARDED')),
    -- When the head is to be looked at; NULL for those who wait and for the dead.
    due_at        timestamptz,
    attempts      int         NOT NULL DEFAULT 0,
    deaths        int         NOT NULL DEFAULT 0,
    parked_at     timestamptz NOT NULL DEFAULT now(),
    first_failure timestamptz,
    last_failure  timestamptz,
    reason        text,
    stack         text,
    announced     boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (consumer, position)
);

CREATE INDEX parked_queue ON messaging.parked_event (consumer, key, position);
CREATE INDEX parked_due ON messaging.parked_event (consumer, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX parked_dead ON messaging.parked_event (consumer, position) WHERE state = 'DEAD';
CREATE INDEX parked_unannounced ON messaging.parked_event (consumer, position) WHERE state = 'DEAD' AND NOT announced;

-- Who sent which dead letter back to its handler, or threw it away.
CREATE TABLE messaging.dead_letter_action (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL DEFAULT now(),
    actor    text        NOT NULL,
    action   text        NOT NULL CHECK (action IN ('REDRIVE', 'DISCARD')),
    consumer text        NOT NULL,
    position bigint      NOT NULL,
    event_id text,
    subject  text        NOT NULL,
    reason   text
);

ALTER TABLE messaging.consumer ADD COLUMN paused boolean NOT NULL DEFAULT false;
