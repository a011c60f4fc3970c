/** The pages that show a service's REST API and its events. They are served from the service itself and need no network. */
package io.millrace.chassis.api;
