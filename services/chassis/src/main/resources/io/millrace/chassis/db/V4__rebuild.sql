-- A rebuild of a consumer's projections: the shadow tables are filled up to the position, in the same transactions.
CREATE TABLE messaging.rebuild (
    consumer     text PRIMARY KEY,
    state        text        NOT NULL CHECK (state IN ('REQUESTED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    epoch        bigint      NOT NULL DEFAULT 0,
    position     bigint      NOT NULL DEFAULT 0,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    started_at   timestamptz,
    finished_at  timestamptz,
    error        text
);

-- What a rebuild already wrote need not, and may not, be written again when a parked event is handled after all.
ALTER TABLE messaging.parked_event ADD COLUMN rebuilt boolean NOT NULL DEFAULT false;

-- Up to here reactions have happened: where a consumer is set back, they do not happen again.
ALTER TABLE messaging.consumer ADD COLUMN reacted_to bigint NOT NULL DEFAULT 0;
ALTER TABLE messaging.parked_event ADD COLUMN replayed boolean NOT NULL DEFAULT false;

-- A rebuild leaves out what was discarded.
CREATE INDEX dead_letter_action_of ON messaging.dead_letter_action (consumer, position);
