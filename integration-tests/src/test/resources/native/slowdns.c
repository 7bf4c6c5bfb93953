#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * Preloaded: a look-up of a name in slow.example blocks its OS thread inside getaddrinfo, as one
 * does whose name server is silent, until somebody opens the FIFO in SLOW_DNS for writing.
 */

typedef int look_up(const char *, const char *, const struct addrinfo *, struct addrinfo **);

static int is_slow(const char *name) {
  const char *domain = ".slow.example";
  size_t length = name == NULL ? 0 : strlen(name);
  return length > strlen(domain) && strcmp(name + length - strlen(domain), domain) == 0;
}

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints,
                struct addrinfo **found) {
  look_up *usual = (look_up *)dlsym(RTLD_NEXT, "getaddrinfo");
  int fifo;
  if (!is_slow(name)) {
    return usual(name, service, hints, found);
  }
  do {
    fifo = open(getenv("SLOW_DNS"), O_RDONLY | O_CLOEXEC);
  } while (fifo < 0 && errno == EINTR);
  close(fifo);
  return usual("127.0.0.1", service, hints, found);
}
