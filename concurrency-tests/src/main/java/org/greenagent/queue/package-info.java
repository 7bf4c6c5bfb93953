/** The protocols of {@code org.greenagent.queue}, each with a broken twin. */
package org.greenagent.queue;
