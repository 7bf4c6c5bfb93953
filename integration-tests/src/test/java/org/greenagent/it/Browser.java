package org.greenagent.it;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures of pages, taken by Chromium. */
final class Browser {
  private static final List<String> QUIETLY =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars",
          "--window-size=1200,2600");

  private Browser() {}

  /** The page as it looks, in the light or the dark; the picture is kept beside the page. */
  static BufferedImage picture(Path page, boolean dark) {
    Path chromium = Needs.onPath("chromium", "Chromium");
    Path picture = page.resolveSibling(dark ? "dark.png" : "light.png");
    Path profile = Places.newFolder("browser");
    List<String> line = new ArrayList<>(List.of(chromium.toString()));
    line.addAll(QUIETLY);
    if (dark) {
      line.add("--blink-settings=preferredColorScheme=0");
    }
    line.add("--user-data-dir=" + profile);
    line.add("--screenshot=" + picture);
    line.add(page.toUri().toString());
    Command.run(line.toArray(String[]::new)).expect(0);
    delete(profile);
    try {
      return ImageIO.read(picture.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
