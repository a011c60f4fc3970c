package io.millrace.billing.payment.service;

/**
 * Where a payment stands.
 *
 * <pre>
 *                    ┌──▶ DECLINED ───────────┐ refund asked for
 *                    │                        ▼
 *   payment ──▶ DUE ─┤                    VOIDED ◀── a refund of what was never asked for
 *   asked for        │                        ▲
 *                    ├──▶ RECALLED ───────────┘ never sent, or declined
 *                    │        └────── captured ──────┐
 *                    └──▶ CAPTURED ── refund ──▶ REFUND_DUE ──▶ REFUNDED
 * </pre>
 */
public enum PaymentStatus {
    /** The provider is to be asked for the money, or is being asked. */
    DUE,
    /** The money is not wanted any more. If the provider may have taken it, that is found out first. */
    RECALLED,
    /** The money was taken. */
    CAPTURED,
    /** The money was refused. */
    DECLINED,
    /** No money was taken, and none will be. */
    VOIDED,
    /** The money was taken and is to be given back. */
    REFUND_DUE,
    /** The money was given back. */
    REFUNDED
}
