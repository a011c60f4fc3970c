/** What a product is, what it costs, and how many pieces of it there are. */
package io.millrace.inventory.product.service;
