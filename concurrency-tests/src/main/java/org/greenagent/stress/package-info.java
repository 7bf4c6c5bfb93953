/** Runs the protocol tests and decides: right ones must pass, broken ones must be caught. */
package org.greenagent.stress;
