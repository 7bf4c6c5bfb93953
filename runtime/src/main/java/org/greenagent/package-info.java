/**
 * The public face of green-agent: what a program may ask about the agent it runs under. Everything
 * below this package is the machinery.
 */
package org.greenagent;
