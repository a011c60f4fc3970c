/** The page that shows a service's REST API. It is served from the service itself and needs no network. */
package io.millrace.chassis.api;
