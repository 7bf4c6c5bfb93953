package programs.channel;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is written, mapped, read and closed by channels. */
public final class Files {
  private Files() {}

  public static void main(String[] args) throws IOException {
    Path path = java.nio.file.Files.createTempFile("green", null);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      System.out.println(channel.write(ByteBuffer.wrap(new byte[10])));
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      FileChannel channel = file.getChannel();
      System.out.println(channel.map(FileChannel.MapMode.READ_ONLY, 0, 10).remaining());
      System.out.println(channel.read(ByteBuffer.allocate(20)));
    }
    java.nio.file.Files.delete(path);
  }
}
