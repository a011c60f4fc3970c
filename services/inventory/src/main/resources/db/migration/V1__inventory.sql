-- The version counts a product's own events: listed, repriced, restocked. What reservations do to its pieces is told by
-- theirs. Every piece that came is on hand, held for an order, or left; what came back is on hand again.
-- A product receives no more pieces than an event can say, so that whatever is held fits into one line.
-- The price it was listed at stays, to recognise a listing that is sent again.
CREATE TABLE product (
    sku          TEXT COLLATE "C" PRIMARY KEY,
    version      BIGINT         NOT NULL CHECK (version >= 1),
    description  TEXT           NOT NULL,
    price        NUMERIC(19, 4) NOT NULL CHECK (price > 0),
    listed_price NUMERIC(19, 4) NOT NULL CHECK (listed_price > 0),
    currency     TEXT           NOT NULL,
    received     BIGINT         NOT NULL CHECK (received BETWEEN 0 AND 2147483647),
    on_hand      BIGINT         NOT NULL CHECK (on_hand >= 0),
    held         BIGINT         NOT NULL CHECK (held >= 0),
    shipped      BIGINT         NOT NULL CHECK (shipped >= 0),
    returned     BIGINT         NOT NULL CHECK (returned BETWEEN 0 AND shipped),
    CHECK (received = on_hand + held + shipped - returned)
);

-- Each delivery of goods has an id of its own, so that one that is reported twice counts once.
CREATE TABLE restock (
    sku      TEXT COLLATE "C" NOT NULL REFERENCES product (sku),
    id       TEXT COLLATE "C" NOT NULL,
    quantity INT NOT NULL CHECK (quantity >= 1),
    PRIMARY KEY (sku, id)
);

CREATE TABLE reservation (
    order_id TEXT COLLATE "C" PRIMARY KEY,
    status   TEXT   NOT NULL CHECK (status IN ('HELD', 'REJECTED', 'RELEASED', 'FULFILLED', 'RETURNED')),
    version  BIGINT NOT NULL CHECK (version >= 1)
);

CREATE INDEX reservation_by_status ON reservation (status, order_id);

-- What is or was kept for an order, each product once. Lines never change.
CREATE TABLE reservation_line (
    order_id TEXT COLLATE "C" NOT NULL REFERENCES reservation (order_id),
    number   INT  NOT NULL,
    sku      TEXT NOT NULL,
    quantity INT  NOT NULL CHECK (quantity >= 1),
    PRIMARY KEY (order_id, number)
);

-- Why an order was rejected. Nothing is available of a product that there is not.
CREATE TABLE missing_line (
    order_id  TEXT COLLATE "C" NOT NULL REFERENCES reservation (order_id),
    number    INT    NOT NULL,
    sku       TEXT   NOT NULL,
    wanted    BIGINT NOT NULL CHECK (wanted >= 1),
    available BIGINT CHECK (available BETWEEN 0 AND wanted - 1),
    PRIMARY KEY (order_id, number)
);

-- Parcels that were heard of before anything was asked for their orders: two streams come in no order between them.
CREATE TABLE early_parcel (
    order_id TEXT COLLATE "C" PRIMARY KEY,
    state    TEXT NOT NULL CHECK (state IN ('SENT', 'BACK'))
);
