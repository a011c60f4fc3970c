/** The next version of what happens to customers: readers may know it before anybody sends it. */
package io.millrace.contracts.customers.v2;
