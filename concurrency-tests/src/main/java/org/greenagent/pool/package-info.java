/** Places of pools. */
package org.greenagent.pool;
