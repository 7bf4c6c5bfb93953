/** Event loops that a program runs itself, and what they watch: libev's model, over channels. */
package org.greenagent.watch;
