/** The protocols of waiting, beside which each has a twin that must fail. */
package org.greenagent.greenlet;
