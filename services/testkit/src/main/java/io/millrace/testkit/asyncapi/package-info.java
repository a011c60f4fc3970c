/** Whether a document is AsyncAPI. */
package io.millrace.testkit.asyncapi;
