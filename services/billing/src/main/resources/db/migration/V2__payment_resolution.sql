-- What people saw at the provider, and settled by hand. Never changed, never deleted.
CREATE TABLE payment_resolution (
    id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id  TEXT COLLATE "C" NOT NULL REFERENCES payment (order_id),
    seen      TEXT NOT NULL CHECK (seen IN ('TAKEN', 'NOT_TAKEN', 'GIVEN_BACK')),
    reference TEXT,
    note      TEXT NOT NULL,
    at        TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    CHECK ((seen = 'NOT_TAKEN') = (reference IS NULL))
);

CREATE INDEX payment_resolution_of ON payment_resolution (order_id);
