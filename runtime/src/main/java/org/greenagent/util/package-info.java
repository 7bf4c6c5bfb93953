/**
 * Structures and numbers that every other package may use; nothing here knows of hubs or threads.
 */
package org.greenagent.util;
