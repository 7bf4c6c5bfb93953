/** Programs of which nothing matters but their threads. */
package example.threads;
