package org.greenagent.agent.hook;

import org.greenagent.hub.Turn;
import org.greenagent.loop.epoll.SocketCalls;

/** The agent's half of {@link GreenStreams}. Hot. */
final class Streams extends GreenStreams {

  @Override
  protected int receive(int fd, long address, int length) {
    Turn.mayEnd();
    return SocketCalls.receive(fd, address, length);
  }

  @Override
  protected int send(int fd, long address, int length) {
    int result = SocketCalls.send(fd, address, length);
    Turn.writes();
    return result;
  }

  @Override
  protected String text(int error) {
    return SocketCalls.text(error);
  }
}
