/**
 * The settings: one table of {@code green.*} system properties, their parsers, the toggles of the
 * patches and the patterns that name threads. Values only: nothing here starts a thread or prints.
 */
package org.greenagent.config;
