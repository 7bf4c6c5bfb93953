/** What hubs and greenlets count, as meters of Micrometer. */
package org.greenagent.micrometer;
