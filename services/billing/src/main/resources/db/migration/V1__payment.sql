-- A payment's id is its order's. One that was voided before anybody asked for money has no amount and no card.
-- The token of the card goes when no charge can follow any more; its end stays, for people.
--
-- due_at says when the provider is to be asked, and is there as long as something is open. attempts counts the calls that
-- were begun: it is committed before a call is made, so that 0 means that the provider was surely never asked. Who makes a
-- call holds the row's claim meanwhile.
CREATE TABLE payment (
    order_id      TEXT COLLATE "C" PRIMARY KEY,
    status        TEXT   NOT NULL
        CHECK (status IN ('DUE', 'RECALLED', 'CAPTURED', 'DECLINED', 'VOIDED', 'REFUND_DUE', 'REFUNDED')),
    version       BIGINT NOT NULL CHECK (version >= 0),
    amount        NUMERIC(19, 4),
    currency      TEXT,
    card_token    TEXT,
    card_end      TEXT,
    charge        TEXT,
    refund        TEXT,
    decline_code  TEXT,
    due_at        TIMESTAMPTZ,
    attempts      INT    NOT NULL DEFAULT 0,
    failures      INT    NOT NULL DEFAULT 0,
    problem       TEXT,
    refused       BOOLEAN NOT NULL DEFAULT FALSE,
    claimed_by    TEXT,
    claimed_until TIMESTAMPTZ,
    CHECK (status = 'VOIDED' OR num_nulls(amount, currency) = 0),
    CHECK (status NOT IN ('CAPTURED', 'REFUND_DUE', 'REFUNDED') OR charge IS NOT NULL),
    CHECK ((status IN ('DUE', 'RECALLED')) = (card_token IS NOT NULL)),
    CHECK ((status IN ('DUE', 'RECALLED', 'REFUND_DUE')) = (due_at IS NOT NULL))
);

CREATE INDEX payment_due ON payment (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX payment_by_status ON payment (status, order_id);

-- Who asked, so that the answer, which comes later, can name its cause.
CREATE TABLE payment_request (
    order_id       TEXT COLLATE "C" NOT NULL REFERENCES payment (order_id),
    wish           TEXT NOT NULL CHECK (wish IN ('PAYMENT', 'REFUND')),
    correlation_id TEXT NOT NULL,
    causation_id   TEXT NOT NULL,
    actor          TEXT NOT NULL,
    traceparent    TEXT,
    tracestate     TEXT,
    PRIMARY KEY (order_id, wish)
);
