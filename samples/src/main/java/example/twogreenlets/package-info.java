/** Two threads that hand one token to and fro. */
package example.twogreenlets;
