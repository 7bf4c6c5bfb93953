// The server that BlockingServer is, in Go: a goroutine a connection.
package main

import (
	"fmt"
	"net"
	"os"
)

var answer = []byte("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\nHello, world!")

// How much of CR LF CR LF was seen after the next byte, and whether it was the end of a request.
func ends(seen int, next byte) (int, bool) {
	expected := byte('\r')
	if seen&1 == 1 {
		expected = '\n'
	}
	switch {
	case next == expected && seen == 3:
		return 0, true
	case next == expected:
		return seen + 1, false
	case next == '\r':
		return 1, false
	}
	return 0, false
}

func serve(connection net.Conn) {
	defer connection.Close()
	buffer := make([]byte, 8192)
	seen := 0
	for {
		count, err := connection.Read(buffer)
		if err != nil {
			return
		}
		for _, next := range buffer[:count] {
			var end bool
			if seen, end = ends(seen, next); end {
				if _, err := connection.Write(answer); err != nil {
					return
				}
			}
		}
	}
}

func main() {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	for {
		connection, err := listener.Accept()
		if err == nil {
			go serve(connection)
		}
	}
}
