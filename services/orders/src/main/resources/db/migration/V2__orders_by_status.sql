CREATE INDEX customer_order_by_status ON customer_order (status, id);
