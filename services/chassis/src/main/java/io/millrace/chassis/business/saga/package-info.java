/** Sagas as a business writes them: plain Java, no framework, no database. */
package io.millrace.chassis.business.saga;
