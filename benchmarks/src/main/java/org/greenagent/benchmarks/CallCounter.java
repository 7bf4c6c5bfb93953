package org.greenagent.benchmarks;

import java.io.IOException;

/** Counts the system calls of a running process until it is asked for them. */
interface CallCounter {

  /** A tool that can count. */
  interface Kind {

    /** The tool's name, for the table. */
    String name();

    /** Whether it is installed and permitted. */
    boolean works() throws InterruptedException;

    /** Begins to count; returns when it does. */
    CallCounter start(long pid) throws IOException, InterruptedException;
  }

  /** Ends the counting and answers what was counted. */
  Calls stop() throws IOException, InterruptedException;
}
