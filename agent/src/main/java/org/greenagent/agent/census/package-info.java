/** What the command {@code doctor} asks of a program that it runs: written to a file at its end. */
package org.greenagent.agent.census;
