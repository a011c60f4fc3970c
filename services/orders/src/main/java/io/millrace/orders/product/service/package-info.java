/** The copy of products: what can be ordered, and at what price. */
package io.millrace.orders.product.service;
