/** The protocols of hubs under JCStress; in their package, as they are not public. */
package org.greenagent.hub;
