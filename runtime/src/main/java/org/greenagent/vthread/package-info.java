/** The only place that reaches into {@code java.lang} for what the JDK keeps to itself. */
package org.greenagent.vthread;
