/** {@code millrace images}: container images by Jib, each with a Java of its own and with what its JVM learned beforehand. */
package io.millrace.cli.images;
