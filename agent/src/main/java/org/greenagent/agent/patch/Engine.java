package org.greenagent.agent.patch;

import static net.bytebuddy.matcher.ElementMatchers.hasDescriptor;
import static net.bytebuddy.matcher.ElementMatchers.hasMethodName;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.pool.TypePool;

/**
 * Applies hooks to the bytes of a class: advice first, then replaced calls and hidden frames in a
 * second pass, as ASM would copy untouched methods past a visitor chained to the first. Immutable;
 * threads: any.
 */
final class Engine {
  static {
    // else byte-buddy asks for sun.misc.Unsafe, which is absent or warns
    System.setProperty("net.bytebuddy.safe", "true");
  }

  private final BridgeMethods bridge;

  Engine(BridgeMethods bridge) {
    this.bridge = bridge;
  }

  /**
   * The class with the hooks applied; members are neither added nor removed.
   *
   * @param type binary name of the class
   */
  byte[] apply(String type, byte[] bytes, List<Hook> hooks) {
    List<Hook.Advised> advised = new ArrayList<>();
    List<Hook.Redirected> redirected = new ArrayList<>();
    for (Hook hook : hooks) {
      if (hook instanceof Hook.Advised one) {
        advised.add(one);
      } else if (hook instanceof Hook.Redirected one) {
        redirected.add(one);
      }
    }
    // calls are replaced before advice is woven in: advice may call what the body must not
    byte[] result =
        redirected.isEmpty() ? bytes : new CallRewriter(bridge, redirected).rewrite(bytes);
    return advised.isEmpty() ? result : advise(type, result, advised);
  }

  private static byte[] advise(String type, byte[] bytes, List<Hook.Advised> hooks) {
    ClassFileLocator locator =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(type, bytes),
            ClassFileLocator.ForClassLoader.of(Engine.class.getClassLoader()),
            ClassFileLocator.ForClassLoader.ofPlatformLoader());
    TypePool pool = TypePool.Default.of(locator);
    TypeDescription description = pool.describe(type).resolve();
    DynamicType.Builder<?> builder =
        new ByteBuddy()
            .with(TypeValidation.DISABLED)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .decorate(description, locator);
    for (Hook.Advised hook : hooks) {
      TypeDescription advice = pool.describe(hook.advice().getName()).resolve();
      builder =
          builder.visit(
              Advice.to(advice, locator)
                  .on(hasMethodName(hook.method()).and(hasDescriptor(hook.descriptor()))));
    }
    return builder
        .make(net.bytebuddy.dynamic.TypeResolutionStrategy.Disabled.INSTANCE, pool)
        .getBytes();
  }
}
