/** AsyncAPI 3.0 documents: what a service sends and receives, for people and for tools. */
package io.millrace.asyncapi.document;
