/**
 * Measures whole processes and prints tables. Nothing here runs under the agent; what does is in
 * {@code example}.
 */
package org.greenagent.benchmarks;
