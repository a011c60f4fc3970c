package io.millrace.billing;

import io.micronaut.serde.annotation.SerdeImport;
import io.millrace.contracts.Money;
import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentDeclined;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;
import io.millrace.contracts.orders.PaymentRequested;
import io.millrace.contracts.orders.RefundRequested;

/** The events that this service emits and handles, as JSON. */
@SerdeImport(PaymentCaptured.class)
@SerdeImport(PaymentDeclined.class)
@SerdeImport(PaymentRefunded.class)
@SerdeImport(PaymentVoided.class)
@SerdeImport(PaymentRequested.class)
@SerdeImport(RefundRequested.class)
@SerdeImport(Money.class)
final class EventsOnTheWire {}
