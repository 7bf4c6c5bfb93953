package org.greenagent.agent.patch;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A class file, packed: of those in the jar a program needs one in ten. Immutable; threads: any.
 */
final class Packed {
  private final int length;
  private final byte[] file;
  private final int begin;
  private final int end;

  /** A class file of {@code length} bytes that stands packed between those places. */
  private Packed(int length, byte[] file, int begin, int end) {
    this.length = length;
    this.file = file;
    this.begin = begin;
    this.end = end;
  }

  /** The class file of those bytes. */
  static Packed of(byte[] bytes) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] packed = new byte[bytes.length + 64];
      int size = deflater.deflate(packed);
      if (!deflater.finished()) {
        throw new IllegalStateException("packed it is longer by more than 64 bytes");
      }
      return new Packed(bytes.length, packed, 0, size);
    }
  }

  /** The class file as it was. */
  byte[] bytes() {
    try (Inflater inflater = new Inflater(true)) {
      byte[] bytes = new byte[length];
      inflater.setInput(file, begin, end - begin);
      int size = inflater.inflate(bytes);
      if (size != length) {
        throw new IllegalStateException(size + " bytes of " + length);
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes it in the form that {@link #read} reads. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(length);
    out.writeInt(end - begin);
    out.write(file, begin, end - begin);
  }

  /** Reads what stands at the position of {@code in}, which wraps {@code file}, and skips it. */
  static Packed read(byte[] file, ByteBuffer in) {
    int length = in.getInt();
    int size = in.getInt();
    int begin = in.position();
    in.position(begin + size);
    return new Packed(length, file, begin, begin + size);
  }
}
