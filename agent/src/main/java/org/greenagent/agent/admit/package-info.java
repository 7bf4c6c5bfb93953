/**
 * Which started threads become greenlets and which stay OS threads for ever: pure decisions, a
 * table of reasons, and what the settings ask for.
 */
package org.greenagent.agent.admit;
