-- The copy of customers. Who was erased keeps the row, without the name, so that nothing brings them back.
-- The version is the one that the customer's last event led to: older news changes nothing.
CREATE TABLE customer (
    id      TEXT COLLATE "C" PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    status  TEXT   NOT NULL CHECK (status IN ('KNOWN', 'ERASED')),
    name    TEXT,
    CHECK ((status = 'KNOWN') = (name IS NOT NULL))
);

-- The copy of products, at the price that was heard of last.
CREATE TABLE product (
    sku         TEXT COLLATE "C" PRIMARY KEY,
    version     BIGINT         NOT NULL CHECK (version >= 1),
    description TEXT           NOT NULL,
    price       NUMERIC(19, 4) NOT NULL CHECK (price > 0),
    currency    TEXT           NOT NULL
);

-- The read model of orders: what an order is stands in its events. May be built anew at any time, so customer_id refers
-- to nothing by force. What the lines add up to stands here: lines never change.
CREATE TABLE customer_order (
    id          TEXT COLLATE "C" PRIMARY KEY,
    customer_id TEXT COLLATE "C" NOT NULL,
    status      TEXT           NOT NULL,
    version     BIGINT         NOT NULL CHECK (version >= 1),
    line_count  INT            NOT NULL CHECK (line_count >= 1),
    amount      NUMERIC(19, 4) NOT NULL,
    currency    TEXT           NOT NULL
);

CREATE INDEX customer_order_of_customer ON customer_order (customer_id, id);
