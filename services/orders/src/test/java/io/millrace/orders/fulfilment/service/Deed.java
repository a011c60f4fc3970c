package io.millrace.orders.fulfilment.service;

/** What can happen around an order, in any order and as often as it likes. */
enum Deed {
    INVENTORY_READS,
    BILLING_READS,
    DELIVERY_READS,
    STOCK_ANSWER_ARRIVES,
    PAYMENT_ANSWER_ARRIVES,
    SHIPMENT_NEWS_ARRIVES,
    STOCK_ANSWER_IS_REPEATED,
    PAYMENT_ANSWER_IS_REPEATED,
    PATIENCE_ENDS,
    CUSTOMER_CANCELS,
    CUSTOMER_IS_ERASED,
    PARCEL_LEAVES,
    PARCEL_ARRIVES,
    PARCEL_COMES_BACK
}
