/**
 * Fresh JVMs with the real agent jar. {@link org.greenagent.it.Jvm} starts one, {@link
 * org.greenagent.it.Parity} compares a program's run without the agent with its runs under it; the
 * programs themselves stand in the package {@code programs}, which knows nothing of greenlets.
 */
package org.greenagent.it;
