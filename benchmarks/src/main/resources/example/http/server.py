"""The server that BlockingServer is, on gevent: a greenlet a connection, one process."""

import socket

from gevent.server import StreamServer

ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\nHello, world!"
)
END = b"\r\n\r\n"


def serve(connection, _):
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    rest = b""
    try:
        while True:
            data = connection.recv(8192)
            if not data:
                return
            *requests, rest = (rest + data).split(END)
            for _ in requests:
                connection.sendall(ANSWER)
    except OSError:
        pass  # The client went away; there is nobody to tell.


server = StreamServer(("127.0.0.1", 0), serve, backlog=4096)
server.start()
print(server.server_port, flush=True)
server.serve_forever()
