/**
 * What a program under the agent shows through JMX: {@code org.greenagent:type=Green} and, for each
 * hub, {@code org.greenagent:type=Hub,name=green-hub-N}.
 */
package org.greenagent.management;
