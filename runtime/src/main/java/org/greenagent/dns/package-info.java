/** Ways to look up the names of hosts. */
package org.greenagent.dns;
