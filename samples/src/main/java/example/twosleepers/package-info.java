/** Two threads that sleep at the same time. */
package example.twosleepers;
