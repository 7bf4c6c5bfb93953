package org.greenagent.agent.jmx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind a descriptor of this process, and whom a socket talks to: by the tables of the
 * kernel, which are read once. Threads: one at a time. Fails: never; it is not known then.
 */
final class Peers {
  /** What the text of a socket that accepts ends with. */
  static final String LISTENING = "(listening)";

  private static final Path SELF = Path.of("/proc/self");
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
  private static final String LISTENS = "0A";
  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final int UNIX_INODE = 6;
  private static final int UNIX_PATH = 7;
  private static final int WORD = 4;

  // by inode; null until it is needed
  private Map<String, String> sockets;

  /** What the descriptor of that number is. */
  String of(int fd) {
    try {
      String file = Files.readSymbolicLink(SELF.resolve("fd/" + fd)).toString();
      Matcher socket = SOCKET.matcher(file);
      if (socket.matches()) {
        return sockets().getOrDefault(socket.group(1), file);
      }
      return file.equals("anon_inode:[eventpoll]") ? "a selector" : file;
    } catch (IOException | RuntimeException e) {
      return "closed meanwhile";
    }
  }

  private Map<String, String> sockets() {
    if (sockets == null) {
      sockets = new HashMap<>();
      for (String protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
        lines(protocol).forEach(line -> internet(protocol, line.strip().split("\\s+", -1)));
      }
      lines("unix").forEach(line -> unix(line.strip().split("\\s+", -1)));
    }
    return sockets;
  }

  private static List<String> lines(String table) {
    try {
      List<String> lines = Files.readAllLines(SELF.resolve("net/" + table));
      return lines.subList(Math.min(1, lines.size()), lines.size());
    } catch (IOException e) {
      return List.of();
    }
  }

  private void internet(String protocol, String[] columns) {
    if (columns.length > INODE) {
      boolean tcp = protocol.startsWith("tcp");
      String text = (tcp ? "tcp " : "udp ") + address(columns[LOCAL]);
      boolean connected = !columns[REMOTE].endsWith(":0000");
      if (connected) {
        text += " -> " + address(columns[REMOTE]);
      } else if (tcp && columns[STATE].equals(LISTENS)) {
        text += " " + LISTENING;
      }
      sockets.put(columns[INODE], text);
    }
  }

  private void unix(String[] columns) {
    if (columns.length > UNIX_INODE) {
      String path = columns.length > UNIX_PATH ? " " + columns[UNIX_PATH] : "";
      sockets.put(columns[UNIX_INODE], "unix" + path);
    }
  }

  /** Of {@code 0100007F:1F90}: words of the machine's order, here the lowest byte first. */
  private static String address(String hex) {
    int colon = hex.indexOf(':');
    byte[] bytes = HexFormat.of().parseHex(hex.substring(0, colon));
    for (int word = 0; word < bytes.length; word += WORD) {
      swap(bytes, word, word + 3);
      swap(bytes, word + 1, word + 2);
    }
    int port = Integer.parseInt(hex, colon + 1, hex.length(), 16);
    try {
      InetAddress address = InetAddress.getByAddress(bytes);
      String host = address.getHostAddress();
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void swap(byte[] bytes, int i, int j) {
    byte saved = bytes[i];
    bytes[i] = bytes[j];
    bytes[j] = saved;
  }
}
