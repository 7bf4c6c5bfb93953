/**
 * One class per patched JDK type and toggle: the methods it touches and the code put there, which
 * does nothing but call the bridge. The table of all of them is {@link
 * org.greenagent.agent.patch.Patches}.
 */
package org.greenagent.agent.patch.jdk;
