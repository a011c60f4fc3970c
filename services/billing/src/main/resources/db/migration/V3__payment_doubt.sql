-- Holds a row from when the service's own stream told something that this database had forgotten, until every open payment
-- counts as one that the provider may have been asked for.
CREATE TABLE payment_doubt (
    one   BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (one),
    since TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
);

-- From now on payment.attempts counts the calls that were begun, but for charges that the provider refused: 0 means that it
-- has surely taken no money.
CREATE INDEX IF NOT EXISTS payment_refused ON payment (due_at) WHERE refused;
