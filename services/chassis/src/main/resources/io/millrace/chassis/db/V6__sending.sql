-- What the relay has read to send, batch by batch: so that whoever sends it again does so in the same order.
CREATE TABLE messaging.sending (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ids    int8multirange NOT NULL
) WITH (
    autovacuum_vacuum_scale_factor = 0.0,
    autovacuum_vacuum_threshold = 1000
);
