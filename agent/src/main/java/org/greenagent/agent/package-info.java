/**
 * How the agent starts: the entry classes, which old JVMs can load too, and the order of the steps.
 * Nothing here may break the program: what fails is told in one line, and the program runs on.
 */
package org.greenagent.agent;
