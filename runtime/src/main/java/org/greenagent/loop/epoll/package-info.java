/** {@code epoll} by the native half of Netty's transport; the only package that imports it. */
package org.greenagent.loop.epoll;
