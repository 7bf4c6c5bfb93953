package org.greenagent.agent.patch.jdk;

import java.util.List;
import org.greenagent.agent.patch.Hook;
import org.greenagent.agent.patch.TypePatch;
import org.greenagent.config.Patch;

/** A row of the patch table whose parts are all known when it is made; immutable. */
abstract class JdkPatch extends TypePatch {

  private final Patch toggle;
  private final String type;
  private final String why;
  private final List<Hook> hooks;

  JdkPatch(Patch toggle, String type, String why, Hook... hooks) {
    this.toggle = toggle;
    this.type = type;
    this.why = why;
    this.hooks = List.of(hooks);
  }

  @Override
  public final Patch toggle() {
    return toggle;
  }

  @Override
  public final String type() {
    return type;
  }

  @Override
  public final String why() {
    return why;
  }

  @Override
  public final List<Hook> hooks() {
    return hooks;
  }
}
