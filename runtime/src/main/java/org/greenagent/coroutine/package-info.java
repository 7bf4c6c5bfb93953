/** Coroutines that hand control to each other by name: greenlet's core. */
package org.greenagent.coroutine;
