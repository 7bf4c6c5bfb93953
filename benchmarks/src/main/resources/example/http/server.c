/*
 * The floor of the comparison: what the system calls alone cost. The server that BlockingServer is,
 * by hand on epoll, one event loop a processor; each connection stays with one loop.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static const char ANSWER[] =
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\nHello, world!";

struct connection {
  int fd;
  int seen; /* how much of CR LF CR LF */
};

static int ends(struct connection *c, char next) {
  char expected = (c->seen & 1) == 0 ? '\r' : '\n';
  c->seen = next == expected ? c->seen + 1 : next == '\r';
  if (c->seen < 4) {
    return 0;
  }
  c->seen = 0;
  return 1;
}

static void answer(struct connection *c) {
  char buffer[8192];
  ssize_t count = recv(c->fd, buffer, sizeof buffer, 0);
  if (count == 0) {
    close(c->fd);
    free(c);
    return;
  }
  for (ssize_t i = 0; i < count; i++) {
    if (ends(c, buffer[i])) {
      send(c->fd, ANSWER, sizeof ANSWER - 1, MSG_NOSIGNAL);
    }
  }
}

static void *serve(void *epoll) {
  struct epoll_event events[512];
  for (;;) {
    int count = epoll_wait(*(int *)epoll, events, 512, -1);
    for (int i = 0; i < count; i++) {
      answer(events[i].data.ptr);
    }
  }
}

static int listener(void) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET};
  socklen_t size = sizeof address;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(fd, (struct sockaddr *)&address, size) < 0 || listen(fd, 4096) < 0) {
    perror("listen");
    exit(1);
  }
  getsockname(fd, (struct sockaddr *)&address, &size);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  return fd;
}

int main(void) {
  long loops = sysconf(_SC_NPROCESSORS_ONLN);
  int *epolls = calloc(loops, sizeof(int));
  for (long i = 0; i < loops; i++) {
    pthread_t thread;
    epolls[i] = epoll_create1(0);
    pthread_create(&thread, NULL, serve, &epolls[i]);
  }
  int fd = listener();
  for (long next = 0;; next = (next + 1) % loops) {
    int on = 1;
    struct epoll_event event = {.events = EPOLLIN | EPOLLET};
    struct connection *c = calloc(1, sizeof *c);
    c->fd = accept4(fd, NULL, NULL, SOCK_NONBLOCK);
    if (c->fd < 0) {
      free(c);
      continue;
    }
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    event.data.ptr = c;
    epoll_ctl(epolls[next], EPOLL_CTL_ADD, c->fd, &event);
  }
}
