/**
 * What the small samples share: reading their arguments. The samples use threads and blocking
 * calls, nothing else.
 */
package example;
