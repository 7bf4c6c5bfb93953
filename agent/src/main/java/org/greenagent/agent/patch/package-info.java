/**
 * How JDK and application classes are changed: the types that describe a change, and the engine
 * that applies, checks and stores them. The table of the changes is {@code Patches}.
 */
package org.greenagent.agent.patch;
