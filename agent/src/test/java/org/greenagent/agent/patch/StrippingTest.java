package org.greenagent.agent.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrippingTest {
  /** All classes that have hooks; jlink may order the attributes of a class otherwise. */
  @Test
  void makesWhatJlinkMakes() throws Exception {
    for (String type : ClassPatcher.Table.types()) {
      byte[] whole = new DriftCheck.RunningJdk().read(type + ".class");
      byte[] stripped = new Stripping(whole).stripped();
      byte[] jlinks = Jlink.stripped(whole);

      assertThat(new ClassBytes(stripped).stripped()).as(type).isTrue();
      assertThat(stripped).as(type).hasSameSizeAs(jlinks);
      assertThat(new ClassBytes(stripped).checksum())
          .as(type)
          .isEqualTo(new ClassBytes(jlinks).checksum())
          .isEqualTo(new ClassBytes(whole).checksum());
      assertThat(new Stripping(stripped).stripped()).as(type).isEqualTo(stripped);
    }
  }

  @Test
  void leavesNoDebugInformation() throws Exception {
    byte[] stripped = new Stripping(Classes.bytes(Sample.class)).stripped();

    ClassModel model = ClassFile.of().parse(stripped);
    assertThat(model.findAttribute(Attributes.sourceFile())).isEmpty();
    model
        .methods()
        .forEach(method -> {
          CodeAttribute code = method.findAttribute(Attributes.code()).orElseThrow();
          assertThat(code.findAttribute(Attributes.lineNumberTable())).isEmpty();
          assertThat(code.findAttribute(Attributes.localVariableTable())).isEmpty();
          assertThat(code.findAttribute(Attributes.localVariableTypeTable())).isEmpty();
        });
    assertThat(model.findAttribute(Attributes.nestHost())).isPresent();
  }

  @Test
  void theClassStillRuns() throws Exception {
    Object made = Classes.make(new Stripping(Classes.bytes(Sample.class)).stripped());

    assertThat(made).hasToString("[1]");
  }

  /** Has branches, a handler, annotations and local variables with and without type arguments. */
  static class Sample {
    @Deprecated int field;

    Sample() {
      field = 1;
    }

    @Override
    @SuppressWarnings("deprecation")
    public String toString() {
      List<Integer> list = new ArrayList<>();
      try {
        for (int i = 0; i < field; i++) {
          list.add(field);
        }
      } catch (IllegalStateException e) {
        return e.toString();
      }
      return list.toString();
    }
  }
}
