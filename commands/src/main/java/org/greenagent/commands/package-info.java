/**
 * The commands of the jar. Each runs in a JVM of its own, without the agent, and looks into others;
 * none of these classes is ever loaded into a program that runs under the agent.
 */
package org.greenagent.commands;
