/** Switches between coroutines. */
package org.greenagent.coroutine;
