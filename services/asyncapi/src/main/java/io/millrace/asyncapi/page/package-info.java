/** Events on one page, for people. */
package io.millrace.asyncapi.page;
