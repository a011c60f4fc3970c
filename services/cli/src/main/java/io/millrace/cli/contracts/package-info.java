/** {@code millrace contracts}: what events there are, who reads what of them, and whom a change breaks. */
package io.millrace.cli.contracts;
