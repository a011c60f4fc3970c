/** JSON as it comes from outside: read strictly, and brought into one form. */
package io.millrace.contracts.json;
