/** Products over REST. */
package io.millrace.inventory.product.exposition;
