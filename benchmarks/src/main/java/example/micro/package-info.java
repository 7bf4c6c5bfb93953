/** JMH benchmarks of what a thread costs: switch, spawn, timer, asking for itself. */
package example.micro;
