/** What other threads send to a loop. */
package org.greenagent.watch;
