-- The copy of customers. Who was erased keeps the row, without name and address, so that nothing brings them back.
CREATE TABLE recipient (
    id          TEXT COLLATE "C" PRIMARY KEY,
    status      TEXT NOT NULL CHECK (status IN ('KNOWN', 'ERASED')),
    name        TEXT,
    street      TEXT,
    postal_code TEXT,
    city        TEXT,
    country     TEXT,
    CHECK (
        (status = 'KNOWN' AND num_nulls(name, country) = 0)
        OR (status = 'ERASED' AND num_nonnulls(name, street, postal_code, city, country) = 0)
    )
);

-- A shipment's id is its order's. It can be there before its customer is, so customer_id refers to nothing by force.
-- What is called off before its order is heard of has no customer until then, and is never sent.
-- The columns sent_… hold whom a dispatched shipment went to; they are emptied when that customer is erased.
CREATE TABLE shipment (
    id               TEXT COLLATE "C" PRIMARY KEY,
    customer_id      TEXT COLLATE "C" CHECK (customer_id IS NOT NULL OR status = 'CANCELLED'),
    status           TEXT   NOT NULL
        CHECK (status IN ('WAITING', 'PREPARED', 'DISPATCHED', 'DELIVERED', 'RETURNED', 'CANCELLED')),
    version          BIGINT NOT NULL CHECK (version >= 0),
    line_count       INT    NOT NULL,
    sent_name        TEXT,
    sent_street      TEXT,
    sent_postal_code TEXT,
    sent_city        TEXT,
    sent_country     TEXT,
    CHECK (
        status IN ('DISPATCHED', 'DELIVERED', 'RETURNED')
        OR num_nonnulls(sent_name, sent_street, sent_postal_code, sent_city, sent_country) = 0
    )
);

CREATE INDEX shipment_of_customer ON shipment (customer_id, id);
CREATE INDEX shipment_by_status ON shipment (status, id);

CREATE TABLE packing_line (
    shipment_id TEXT COLLATE "C" NOT NULL REFERENCES shipment (id),
    number      INT  NOT NULL,
    sku         TEXT NOT NULL,
    description TEXT NOT NULL,
    quantity    INT  NOT NULL,
    PRIMARY KEY (shipment_id, number)
);
