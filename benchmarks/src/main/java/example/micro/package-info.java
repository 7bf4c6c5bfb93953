/**
 * JMH benchmarks of what a thread costs: switch, spawn, timer, hand-over, asking for itself, a file
 * read.
 */
package example.micro;
