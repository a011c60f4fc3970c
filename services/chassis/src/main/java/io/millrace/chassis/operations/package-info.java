/** What operators do with a running service, over REST. */
package io.millrace.chassis.operations;
