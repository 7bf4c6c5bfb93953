package example.downloader;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns addresses into {@link Download}s, each with a file name of its own. Confined to one thread.
 */
final class Downloads {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
  private static final int LONGEST_NAME = 120;

  private final List<Download> all = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** Adds one address. One that is no http or https URL is kept as well: fetching it fails. */
  void add(String address, Optional<String> sha256) {
    Optional<URI> uri = parse(address);
    all.add(new Download(address, uri, name(uri), sha256));
  }

  /**
   * Adds the addresses of a file: one a line, optionally followed by blanks and its SHA-256; empty
   * lines and those that start with {@code #} are skipped.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when a line has anything else behind its address; the text
   *     names the line
   */
  void addAll(Path file) throws IOException {
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      List<String> words = List.of(BLANKS.split(text, -1));
      if (words.size() > 2 || (words.size() == 2 && !SHA256.matcher(words.get(1)).matches())) {
        throw new IllegalArgumentException(
            file + ":" + number + ": expected a URL and at most its SHA-256");
      }
      add(
          words.getFirst(),
          words.stream().skip(1).findFirst().map(sum -> sum.toLowerCase(Locale.ROOT)));
    }
  }

  /** Everything added so far, in that order. */
  List<Download> all() {
    return List.copyOf(all);
  }

  private static Optional<URI> parse(String address) {
    try {
      URI uri = new URI(address);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  /**
   * The last part of the path without anything that could leave the folder; a number tells equal
   * ones apart.
   */
  private String name(Optional<URI> uri) {
    String path = uri.map(URI::getPath).orElse("");
    String last = UNSAFE.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceAll("_");
    String tail = last.substring(Math.max(0, last.length() - LONGEST_NAME));
    String wanted = tail.isEmpty() || tail.startsWith(".") ? "index" + tail : tail;
    String name = wanted;
    for (int copy = 2; !names.add(name); copy++) {
      int dot = wanted.lastIndexOf('.');
      name =
          dot > 0
              ? wanted.substring(0, dot) + "-" + copy + wanted.substring(dot)
              : wanted + "-" + copy;
    }
    return name;
  }
}
