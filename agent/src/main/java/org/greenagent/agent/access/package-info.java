/**
 * The way into java.base: how the agent gets a private lookup there, and the bridge classes that it
 * defines with it. The program gains no access by it.
 */
package org.greenagent.agent.access;
