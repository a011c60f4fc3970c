/** Fulfilments as sagas of the chassis. */
package io.millrace.orders.fulfilment.effect;
