/** What a program under the agent has, for its tests. */
package sample;
