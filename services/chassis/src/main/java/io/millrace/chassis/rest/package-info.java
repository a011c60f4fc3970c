/** What all REST APIs have in common beside their errors: who asks, which version is meant, and the JSON they take. */
package io.millrace.chassis.rest;
