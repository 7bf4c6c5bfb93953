/**
 * What greenlets and OS threads share and wait for: events, results, semaphores, locks. Everything
 * here may be used by any thread, wakes those who wait in the order in which they came, and hands
 * over what they wait for, so that nobody overtakes.
 */
package org.greenagent.sync;
