/**
 * Programs as users write them, run plain and under the agent by the tests in {@code
 * org.greenagent.it}. They stand in packages of their own, outside the project's, so that no rule
 * for the agent's own classes applies to them. A program prints one line per case and nothing that
 * depends on time, addresses or luck.
 */
package programs;
