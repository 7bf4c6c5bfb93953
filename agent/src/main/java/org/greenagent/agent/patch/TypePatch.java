package org.greenagent.agent.patch;

import java.util.List;
import org.greenagent.config.Patch;

/** Everything that is changed in one JDK type under one toggle; data only. */
public abstract class TypePatch {
  /** The toggle that switches this patch on. */
  public abstract Patch toggle();

  /** The binary name of the patched type. */
  public abstract String type();

  /** One sentence that says why the type is patched. */
  public abstract String why();

  /** What is changed, in the order it is applied. */
  public abstract List<Hook> hooks();

  /** Members the hooks use besides the hooked ones; if one is missing the toggle stays off. */
  public List<Member> needs() {
    return List.of();
  }

  /** Whether every run has the type; else its module may be absent, which is no misfit. */
  public boolean everywhere() {
    return true;
  }
}
