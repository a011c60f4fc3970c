/** Dead letters over REST: to look at them, to send them back to their handler, to throw them away. */
package io.millrace.chassis.deadletters;
