/** A producer and a consumer with a small queue between them. */
package example.producerconsumer;
