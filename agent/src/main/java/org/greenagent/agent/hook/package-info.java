/** What the agent answers when patched JDK code asks: one-line delegations to hubs and policies. */
package org.greenagent.agent.hook;
