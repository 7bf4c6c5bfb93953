package example.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** How a server answers. */
@FunctionalInterface
public interface Service {

  /** For the requests of one connection, which come one at a time. */
  @FunctionalInterface
  interface Session extends Closeable {

    /** Writes the answer to the next request. */
    void answer(OutputStream out) throws IOException;

    @Override
    default void close() throws IOException {}
  }

  /** Begins with a new connection, in the thread that serves it. */
  Session open() throws IOException;
}
