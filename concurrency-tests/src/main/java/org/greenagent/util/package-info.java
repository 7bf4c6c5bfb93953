/** The queue under JCStress. */
package org.greenagent.util;
