/** The smallest program, to measure start-up. */
package example.hello;
