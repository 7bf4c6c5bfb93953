/**
 * A downloader written the plain old way: one thread a URL, blocking streams, no callback anywhere.
 * It runs on any Java 25; under the agent its threads are greenlets, and nothing here knows.
 */
package example.downloader;
