package io.millrace.contracts.inventory;

import io.millrace.contracts.Event;

/** What can happen to a product. */
public sealed interface ProductEvent extends Event permits ProductListed, ProductRepriced, ProductRestocked {}
