#!/bin/bash
# SPDX-License-Identifier: ISC
#
# Apache: `SetInputFilter BUFFER` does not hold a form back from a FastCGI program, `proxy-sendcl` neither;
# only both together do, for SCGI not even both, and for HTTP neither is needed
#
# Version: Apache 2.4.71-1~deb12u1 or 2.4.68-1~deb12u1 (Debian 12, amd64), whichever the archive holds, with
# mod_buffer, mod_proxy_fcgi, mod_proxy_scgi and mod_proxy_http of the same package.
#
# One would expect mod_buffer to collect a small body before anything behind it is asked ("buffers the
# request body"), as nginx does by itself, so that a program that serves one request at a time is not held
# by who sends slowly.  It collects, but only when somebody reads: mod_proxy_fcgi connects, sends the head of
# the request, and reads the body then, so that the process waits with the line however large the buffer is.
# `SetEnv proxy-sendcl 1`, which is documented as sending a Content-Length, spools the body first, but is not
# heard where the request has a Content-Length and no input filter that could make it untrue.  With the
# filter it is: then, and only then, is the program asked when the form is whole.  mod_proxy_scgi knows nothing
# of it.  mod_proxy_http reads up to 16 KiB before it connects in any case, so that who tried the same
# configuration before a program that speaks HTTP saw it work, for another reason.
#
# The way round: both lines (and a limit on the length, since all of it is spooled), or a web server before
# it that buffers; for SCGI the latter alone.
#
# Seen: when the program's socket is connected to, of a form of 1,000 bytes of which 400 have come
#	                        fcgi       scgi       http
#	nothing said            at once    at once    whole
#	proxy-sendcl            at once    at once    whole
#	BUFFER                  at once    at once    whole
#	BUFFER, proxy-sendcl    whole      at once    whole
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"

for version in 2.4.71-1~deb12u1 2.4.68-1~deb12u1; do
	apt-get download -q "apache2-bin=$version" >/dev/null 2>&1 && break
done
apt-get download -q libapr1=1.7.2-3+deb12u1 libaprutil1 >/dev/null 2>&1
for package in *.deb; do
	dpkg -x "$package" package
done
LD_LIBRARY_PATH=$(echo "$folder"/package/usr/lib/*-linux-gnu)
export LD_LIBRARY_PATH
package/usr/sbin/apache2 -v | sed -n '1s/^/# /p'

cat >ask.py <<'END'
import os, socket, subprocess, sys, time

folder = sys.argv[1]
place = folder + '/program.socket'
MODULES = ['mpm_event', 'authz_core', 'env', 'buffer', 'proxy', 'proxy_fcgi', 'proxy_scgi', 'proxy_http']
WAYS = {'nothing said': '', 'proxy-sendcl': 'SetEnv proxy-sendcl 1', 'BUFFER': 'SetInputFilter BUFFER',
        'BUFFER, proxy-sendcl': 'SetInputFilter BUFFER\nSetEnv proxy-sendcl 1'}


def free_port():
    with socket.socket() as one:
        one.bind(('127.0.0.1', 0))
        return one.getsockname()[1]


def connected(port):
    for _ in range(200):
        try:
            return socket.create_connection(('127.0.0.1', port))
        except OSError:
            time.sleep(0.05)
    sys.exit('Apache does not start')


def when_asked(scheme, lines):
    if os.path.exists(place):
        os.unlink(place)
    program, port = socket.socket(socket.AF_UNIX), free_port()
    program.bind(place)
    os.chmod(place, 0o666)
    program.listen(5)
    with open('conf', 'w') as conf:
        conf.write(f'ServerRoot {folder}\nDefaultRuntimeDir {folder}\nPidFile {folder}/pid\nServerName localhost\n'
                   f'Listen 127.0.0.1:{port}\nErrorLog {folder}/error.log\n')
        conf.writelines(f'LoadModule {name}_module {folder}/package/usr/lib/apache2/modules/mod_{name}.so\n' for name in MODULES)
        conf.write(f'<Location />\nRequire all granted\nSetHandler "proxy:unix:{place}|{scheme}://localhost/"\n{lines}\n</Location>\n')
    apache = subprocess.Popen([f'{folder}/package/usr/sbin/apache2', '-f', f'{folder}/conf', '-D', 'FOREGROUND'])
    client = connected(port)
    client.sendall(b'POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n' + b'a' * 400)
    program.settimeout(3)
    try:
        program.accept()
        when = 'at once'
    except TimeoutError:
        client.sendall(b'a' * 600)
        program.settimeout(10)
        program.accept()
        when = 'whole'
    client.close()
    apache.terminate()
    apache.wait()
    program.close()
    return when


for name, lines in WAYS.items():
    print(name, *(when_asked(scheme, lines) for scheme in ('fcgi', 'scgi', 'http')), sep='\t')
END
seen=$(python3 ask.py "$folder" | expand -t 24,35,46)
echo "$seen"
[ "$seen" = "nothing said            at once    at once    whole
proxy-sendcl            at once    at once    whole
BUFFER                  at once    at once    whole
BUFFER, proxy-sendcl    whole      at once    whole" ] || { echo "this has changed"; exit 1; }
