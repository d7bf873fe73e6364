#!/bin/bash
# SPDX-License-Identifier: ISC
#
# nginx: `if (-e $path)` is false for a UNIX socket that exists
#
# Version: nginx 1.22.1-9+deb12u9 or u11 (Debian 12, amd64), whichever the archive holds; no modules.
#
# One would expect "-e" to be the shell's: true for whatever stands under a name.  A configuration that
# sends a request to a program only where its socket is there (`if (!-e /run/x/$name.socket)` answers 404
# for a program that is not installed) then refuses every request, with a valid configuration, no line in
# the error log, and `test -e` in the shell saying the opposite.  The documentation speaks of "a file,
# directory, or symbolic link": it means regular files, and nothing else of what stat() can tell.  A
# symbolic link that leads to the socket is not taken for a link either: links are followed first.
#
# The way round: ask for the name of something regular that stands beside the socket (the program's
# file), or let the upstream fail and name the page by error_page 502.
#
# Seen:
#	what stands there      test -e   if (-e)
#	regular file           yes       yes
#	directory              yes       yes
#	UNIX socket            yes       no
#	fifo                   yes       no
#	link to a file         yes       yes
#	link to the socket     yes       no
set -euo pipefail

folder=$(mktemp -d)
trap 'kill "$(cat "$folder/pid" 2>/dev/null)" 2>/dev/null || :; rm -rf "$folder"' EXIT
cd "$folder"

for version in 1.22.1-9+deb12u11 1.22.1-9+deb12u9; do
	apt-get download -q "nginx=$version" >/dev/null 2>&1 && break
done
dpkg -x nginx_*.deb package
nginx=$folder/package/usr/sbin/nginx
"$nginx" -v 2>&1 | sed 's/^/# /'

mkdir site site/folder
echo text >site/file
mkfifo site/fifo
python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("site/socket")'
ln -s file site/link
ln -s socket site/link-to-socket

cat >nginx.conf <<-END
	pid $folder/pid;
	error_log $folder/error.log;
	events { }
	http {
		access_log off;
		client_body_temp_path $folder/t1; proxy_temp_path $folder/t2; fastcgi_temp_path $folder/t3;
		uwsgi_temp_path $folder/t4; scgi_temp_path $folder/t5;
		server {
			listen unix:$folder/listen;
			location / {
				if (-e $folder/site\$uri) { return 200 "yes\n"; }
				return 200 "no\n";
			}
		}
	}
END
chmod 755 "$folder" site
"$nginx" -p "$folder" -c "$folder/nginx.conf" -e "$folder/error.log"

seen=$(for name in file folder socket fifo link link-to-socket; do
	[ -e "site/$name" ] && shell=yes || shell=no
	echo "$name $shell $(curl -s --unix-socket listen "http://localhost/$name")"
done)
echo "$seen"
[ -s error.log ] && { echo "the error log is not empty:"; cat error.log; exit 1; }
[ "$seen" = "file yes yes
folder yes yes
socket yes no
fifo yes no
link yes yes
link-to-socket yes no" ] || { echo "this has changed"; exit 1; }
