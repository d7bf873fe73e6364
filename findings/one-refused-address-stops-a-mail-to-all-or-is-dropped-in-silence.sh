#!/bin/bash
# SPDX-License-Identifier: ISC
#
# sendmail -t: one refused address of three stops the mail to all, or is left out with exit status 0
#
# Versions: msmtp 1.8.23-1, esmtp 1.2-18+b1, ssmtp 2.64-11, mailutils 1:3.15-4, s-nail 14.9.24-2 (Debian 12): what
# a small server has in the place of a mail server of its own.
#
# A program that hands a mail to the host's mailer reads its exit status: 0 is "taken for all", and sysexits.h
# has a number for each trouble (67: no such user, 75: try again later).  A mail server takes what it can
# and sends a notice about the rest.  These five forward to the office's server while the caller waits, and
# it refuses one address of three (550), which is usual after an official has moved.
#  - Four send the mail to nobody, although the server had taken the other two addresses.
#  - mailutils sends it to the other two, and says neither by its exit status nor in words that a third is left.
#  - The statuses of a refused address are 65, 70, 1, 0 and 4, none of them 67, and in ssmtp and s-nail it is
#    the same as that of a server which is away: a caller cannot tell what to try again.
#
# The way round: one mail to one address each, never a list; every status but 0 is tried again, a few times.
#
# Seen: exit status, and who has the mail
#	           one of three refused     all refused  nobody answers
#	msmtp      65 nobody                65           75
#	esmtp      70 nobody                70           69
#	ssmtp      1 nobody                 1            1
#	mailutils  0 sari budi              1            1
#	s-nail     4 nobody                 4            4
set -euo pipefail

folder=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill "$server"; rm -rf "$folder"' EXIT
cd "$folder"
export HOME=$folder LC_ALL=C.UTF-8

apt-get download -q msmtp=1.8.23-1 esmtp=1.2-18+b1 libesmtp6 ssmtp=2.64-11 mailutils=1:3.15-4 libmailutils9=1:3.15-4 \
    libmu-dbm9=1:3.15-4 s-nail=14.9.24-2 libgsasl18 libgssglue1 libntlm0 libsecret-1-0 >/dev/null 2>&1
for package in *.deb; do dpkg -x "$package" root; done
libraries=$folder/root/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$libraries:$libraries/mailutils

# A server that refuses whoever is called "pindah", and writes down for whom it has taken a mail.
cat >server.py <<'END'
import socketserver

class Session(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write((line + '\r\n').encode())
        self.wfile.flush()

    def handle(self):
        taken = []
        self.say('220 contoh.example')
        for line in self.rfile:
            word = line.decode().strip()
            command = word[:4].upper()
            if command == 'RCPT' and 'pindah' in word:
                self.say('550 no such user')
            elif command == 'RCPT':
                taken.append(word[9:].split('@')[0])
                self.say('250 ok')
            elif command == 'DATA':
                self.say('354 go on')
                while self.rfile.readline() not in (b'.\r\n', b''):
                    pass
                with open('taken', 'a') as notes:
                    print(*taken, file=notes)
                self.say('250 taken')
            elif command == 'QUIT':
                self.say('221 bye')
                return
            else:
                self.say('250 contoh.example')

with socketserver.ThreadingTCPServer(('127.0.0.1', 0), Session) as server:
    with open('port.new', 'w') as port:
        print(server.server_address[1], file=port)
    import os
    os.rename('port.new', 'port')
    server.serve_forever()
END
/usr/bin/python3 server.py 2>/dev/null &
server=$!
until [[ -e port ]]; do sleep 0.1; done
port=$(<port)

mail_to() { # ADDRESSES
	printf '%s\n' 'From: Bagian Organisasi <bagian@contoh.example>' "To: $1" 'Subject: Sisa dua hari kerja' '' 'Yth. Bapak dan Ibu,'
}
hand_over() { # MAILER PORT, the mail on standard input
	case $1 in
	msmtp) root/usr/bin/msmtp --host=127.0.0.1 --port="$2" --from=bagian@contoh.example -t ;;
	esmtp)
		printf 'hostname=127.0.0.1:%s\nstarttls=disabled\n' "$2" >esmtprc
		chmod 600 esmtprc
		root/usr/bin/esmtp -C "$folder/esmtprc" -f bagian@contoh.example -t ;;
	ssmtp)
		printf 'mailhub=127.0.0.1:%s\nhostname=contoh.example\nFromLineOverride=YES\n' "$2" >ssmtp.conf
		root/usr/sbin/ssmtp -C"$folder/ssmtp.conf" -t ;;
	mailutils) root/usr/bin/mail.mailutils -t -E "set sendmail=smtp://127.0.0.1:$2" ;;
	s-nail) root/usr/bin/s-nail -n -S mta="smtp://127.0.0.1:$2" -S smtp-auth=none -S v15-compat -S from=bagian@contoh.example -t ;;
	esac >/dev/null 2>&1
}
status_of() { # MAILER PORT ADDRESSES
	local status=0
	mail_to "$3" | hand_over "$1" "$2" || status=$?
	echo "$status"
}

seen=$(for mailer in msmtp esmtp ssmtp mailutils s-nail; do
	rm -f taken
	one=$(status_of "$mailer" "$port" 'sari@contoh.example, pindah@contoh.example, budi@contoh.example')
	who=nobody
	[[ ! -e taken ]] || who=$(tr ' ' '\n' <taken | sort -r | paste -sd ' ')
	all=$(status_of "$mailer" "$port" 'pindah@contoh.example, pindah.juga@contoh.example')
	away=$(status_of "$mailer" 1 'sari@contoh.example')
	printf '%-10s %-24s %-12s %s\n' "$mailer" "$one $who" "$all" "$away"
done)
echo "$seen"
expected='msmtp      65 nobody                65           75
esmtp      70 nobody                70           69
ssmtp      1 nobody                 1            1
mailutils  0 sari budi              1            1
s-nail     4 nobody                 4            4'
[[ $seen == "$expected" ]] || { echo 'not as it was' >&2; exit 1; }
