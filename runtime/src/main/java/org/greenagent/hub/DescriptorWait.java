package org.greenagent.hub;

import java.util.IdentityHashMap;

/**
 * What a greenlet waits for in {@link Polls}.
 *
 * @param fd the number of the descriptor
 * @param output whether it waits to write; else to read, to accept, or for a selector
 */
public record DescriptorWait(int fd, boolean output) {
  /** All such waits by virtual thread, as seen while they come and go; a new map. */
  public static IdentityHashMap<Thread, DescriptorWait> all() {
    IdentityHashMap<Thread, DescriptorWait> waits = new IdentityHashMap<>();
    Descriptors.ALL.forEach(descriptor ->
        descriptor.waiters((thread, output) ->
            waits.put(thread, new DescriptorWait(descriptor.number(), output))));
    return waits;
  }
}
