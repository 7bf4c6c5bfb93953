/**
 * Greenlets written by hand: what they are, how they wait, end and are ended. Needs the agent, or
 * {@code --add-opens java.base/java.lang=ALL-UNNAMED}.
 */
package org.greenagent.greenlet;
