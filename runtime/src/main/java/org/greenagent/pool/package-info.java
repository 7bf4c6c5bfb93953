/**
 * Tasks in numbers: groups of greenlets, pools of so many at once, and OS threads for work that
 * greenlets cannot do. Each is an {@link java.util.concurrent.ExecutorService}.
 */
package org.greenagent.pool;
