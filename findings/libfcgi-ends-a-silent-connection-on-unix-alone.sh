#!/bin/bash
# SPDX-License-Identifier: ISC
#
# libfcgi: a connection that says nothing for two seconds is closed without an answer, on UNIX sockets alone
#
# Version: libfcgi 2.4.2-2+deb12u1 (Debian 12, packages libfcgi0ldbl and libfcgi-dev).
#
# One would expect a FastCGI program to wait for the first byte of a request as long as the web server
# takes, the same on each kind of socket: neither the specification nor fcgiapp.h knows a limit.  On a UNIX
# socket FCGX_Accept_r polls each new connection for two seconds before it returns, serves nobody else
# meanwhile, and then closes the connection and accepts the next: no record, no error, nothing returned to
# the program.  On TCP it returns to the program's own read at once, and waits as long as one likes.
#
# What follows: a program with one process stands still for two seconds whenever somebody connects and
# says nothing (a check whether the socket is served, a web server that opens connections ahead); a time-out
# of one's own on the accepted socket comes too late to shorten it; and a web server that sends more than
# two seconds after it has connected must take the closed connection for "try another", not for an answer.
#
# Seen:
#	socket   silent for   answer
#	unix     0 s          yes
#	unix     1 s          yes
#	unix     3 s          closed
#	tcp      0 s          yes
#	tcp      1 s          yes
#	tcp      3 s          yes
set -euo pipefail

folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || :; rm -rf "$folder"' EXIT
cd "$folder"

version=2.4.2-2+deb12u1
apt-get download -q "libfcgi-dev=$version" "libfcgi0ldbl=$version" >/dev/null 2>&1
for package in *.deb; do dpkg -x "$package" root; done

cat >program.c <<'END'
#include <fcgiapp.h>

int
main(void)
{
	FCGX_Request request;

	FCGX_Init();
	FCGX_InitRequest(&request, 0, 0);
	while (FCGX_Accept_r(&request) == 0) {
		FCGX_PutS("Content-Type: text/plain\r\n\r\nanswered\n", request.out);
		FCGX_Finish_r(&request);
	}
	return 0;
}
END
library=$(dirname "$(find root -name 'libfcgi.so.0*' | head -n 1)")
gcc -o program program.c -Iroot/usr/include "$(find "$library" -name 'libfcgi.so.0*' | head -n 1)"

cat >ask.py <<'END'
import os, socket, struct, subprocess, sys, time

def record(kind, content=b''):
    return struct.pack('>BBHHBB', 1, kind, 1, len(content), 0, 0) + content

REQUEST = (record(1, struct.pack('>HB5x', 1, 0)) + record(4, b'\x0e\x03REQUEST_METHODGET') +
           record(4) + record(5))
for family in ('unix', 'tcp'):
    if family == 'unix':
        server = socket.socket(socket.AF_UNIX)
        server.bind('socket')
    else:
        server = socket.socket(socket.AF_INET)
        server.bind(('127.0.0.1', 0))
    server.listen(8)
    program = subprocess.Popen(['./program'], stdin=server)
    for silent in (0, 1, 3):
        client = socket.socket(server.family)
        client.settimeout(10)
        client.connect(server.getsockname())
        time.sleep(silent)
        try:
            client.sendall(REQUEST)
            answer = b''.join(iter(lambda: client.recv(4096), b''))
        except OSError:
            answer = b''
        print(family, silent, 'yes' if b'answered' in answer else 'closed', flush=True)
        client.close()
    program.kill()
    program.wait()
END
seen=$(LD_LIBRARY_PATH=$folder/$library python3 ask.py)
echo "$seen"
[ "$seen" = "unix 0 yes
unix 1 yes
unix 3 closed
tcp 0 yes
tcp 1 yes
tcp 3 yes" ] || { echo "this has changed"; exit 1; }
