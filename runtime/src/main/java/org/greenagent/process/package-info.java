/** Child processes. */
package org.greenagent.process;
