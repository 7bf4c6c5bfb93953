/** What a hub needs from the operating system to wait for descriptors, as one narrow seam. */
package org.greenagent.loop;
