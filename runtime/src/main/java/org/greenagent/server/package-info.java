/** Servers: a greenlet that accepts, and one for each that comes. */
package org.greenagent.server;
