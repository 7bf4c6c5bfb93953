/**
 * Hubs: each runs greenlets, timers and readiness on one OS thread at a time, and moves to another
 * OS thread when a greenlet holds on to that one.
 */
package org.greenagent.hub;
