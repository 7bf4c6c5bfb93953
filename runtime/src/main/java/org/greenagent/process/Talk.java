package org.greenagent.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.sync.AsyncResult;

/** Greenlets that feed a process and gather what it writes; they begin at once. */
final class Talk {
  private final AsyncResult<byte[]> out;
  private final AsyncResult<byte[]> err;

  Talk(OutputStream in, byte[] input, InputStream out, InputStream err) {
    this.out = gather(out);
    this.err = gather(err);
    var _ = Greenlet.spawnRaw(() -> feed(in, input));
  }

  AsyncResult<byte[]> out() {
    return out;
  }

  AsyncResult<byte[]> err() {
    return err;
  }

  private static AsyncResult<byte[]> gather(InputStream stream) {
    AsyncResult<byte[]> all = new AsyncResult<>();
    var _ =
        Greenlet.spawnRaw(() -> {
          try {
            all.set(stream.readAllBytes());
          } catch (Throwable failed) {
            all.setException(failed);
          }
        });
    return all;
  }

  private static void feed(OutputStream in, byte[] input) {
    try (in) {
      in.write(input);
    } catch (IOException ended) {
      // it does not read all of it, which is its own affair
    }
  }
}
