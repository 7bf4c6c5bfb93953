/**
 * The page that is made of a flight recording: {@link org.greenagent.report.Facts} are read from
 * the events, the other classes each write a part of the page. No script, nothing from outside.
 */
package org.greenagent.report;
