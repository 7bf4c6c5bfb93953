/** As {@link io.netty.util}. */
package io.netty.util.internal;
