package org.greenagent.agent.access;

import java.util.function.Consumer;

/** What the agent does to a thread that nobody else may. Threads: any. Blocks: never. */
public enum ThreadAction implements Consumer<Thread> {
  /** Makes a fresh thread one that the program neither counts nor lists. */
  OWN {
    @Override
    public void accept(Thread fresh) {
      JavaBase.access().own(fresh);
    }
  },

  /** Makes a fresh thread one of ours and starts it as an OS thread. */
  START {
    @Override
    public void accept(Thread fresh) {
      JavaBase.access().own(fresh);
      JavaBase.access().start(fresh);
    }
  },

  /** Interrupts a thread, and leaves the channel open that it waits for. */
  DISTURB {
    @Override
    public void accept(Thread thread) {
      JavaBase.access().disturb(thread);
    }
  }
}
