package example.downloader;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import javax.net.ssl.SSLException;

/** Says in one line why a download failed. */
final class Cause {

  private Cause() {}

  /** The line for a failure, for people: what happened first, then what the JDK says about it. */
  static String of(Exception failure) {
    return switch (failure) {
      case UnknownHostException e -> "unknown host: " + e.getMessage();
      case ConnectException e -> "cannot connect: " + e.getMessage();
      case NoRouteToHostException e -> "cannot connect: " + e.getMessage();
      case SocketTimeoutException e -> "timeout: " + e.getMessage();
      case SSLException e -> "TLS: " + e.getMessage();
      case Refused e -> e.getMessage();
      case FileSystemException e -> "disk: " + e;
      // HttpURLConnection's own words, for a length that was announced and for chunks alike.
      case IOException e when "Premature EOF".equals(e.getMessage()) ->
          "truncated: the connection ended before the file did";
      default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
    };
  }

  /** An answer that arrived whole, or in part, and is not the file that was asked for. */
  static final class Refused extends IOException {

    private static final long serialVersionUID = 1;

    /** With the line that {@link Cause#of} gives back. */
    Refused(String message) {
      super(message);
    }
  }
}
