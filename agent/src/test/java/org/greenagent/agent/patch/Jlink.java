package org.greenagent.agent.patch;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.lang.classfile.attribute.SourceDebugExtensionAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;

/** Class files as {@code jlink --strip-debug} of JDK 25 makes them. */
final class Jlink {
  private Jlink() {}

  /** The class without debug information, in jlink's very steps. */
  static byte[] stripped(byte[] bytes) {
    ClassFile reader =
        ClassFile.of(
            ClassFile.DebugElementsOption.DROP_DEBUG,
            ClassFile.LineNumbersOption.DROP_LINE_NUMBERS);
    MethodTransform ofMethods =
        MethodTransform.dropping(element -> element instanceof MethodParametersAttribute)
            .andThen(MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
    ClassTransform ofClass =
        ClassTransform.dropping(element ->
                element instanceof SourceFileAttribute
                    || element instanceof SourceDebugExtensionAttribute)
            .andThen(ClassTransform.transformingMethods(ofMethods));
    return ClassFile.of().transformClass(reader.parse(bytes), ofClass);
  }
}
