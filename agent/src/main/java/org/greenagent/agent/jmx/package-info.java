/**
 * What others see of the greenlets through JMX. Loaded when the platform's server of management
 * beans is made: by the program itself, or by a tool that attaches.
 */
package org.greenagent.agent.jmx;
