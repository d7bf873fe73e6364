#!/bin/bash
# SPDX-License-Identifier: ISC
#
# pdfsig: a document time stamp was made on the first of January 1970, by an unknown type of signature
#
# Version: poppler-utils and libpoppler126 22.12.0-2+deb12u3 or u2 (Debian 12), whichever the archive holds.
#
# A signature that is to last (PAdES B-LTA, ETSI EN 319 142-1; ISO 32000-2, 12.8.5) ends with a time stamp
# over the whole document: a token of RFC 3161 in a dictionary of its own, /DocTimeStamp.  What it is there
# for is the moment in it.  One would expect pdfsig to print that moment, or to say that it does not check
# such a thing.  It lists it as one more signature, names the time authority as its signer, prints 1 January
# 1970 as the time of signing, says that it "has not yet been verified" (and on stderr, without the number
# of the signature, "Unimplemented Feature (0)"), and ends with status 0, as for everything.  The signature
# before it is read as it should be, but "Not total document signed", since the stamp came after.
#
# Whoever counts signatures, compares signers or sorts by time from this output takes every long-term file
# for one that a second person signed in 1970 and that nobody could verify.
#
# The way round: look at "Signature Type" first, and take "unknown" for what pdfsig cannot read; read the
# token by `openssl ts -verify -token_in`, or by a library that knows PAdES.
#
# Seen:
#	signature 1  Person  time of today          ETSI.CAdES.detached  Signature is Valid.
#	signature 2  Clock   Jan 01 1970 00:00:00   unknown              Signature has not yet been verified.
#	the token    the same bytes, by openssl: Verification: OK, and the time of today
#	status 0
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

for version in 22.12.0-2+deb12u3 22.12.0-2+deb12u2; do
	apt-get download -q "poppler-utils=$version" "libpoppler126=$version" >/dev/null 2>&1 && break
done
for package in *.deb; do
	dpkg -x "$package" package
done
LD_LIBRARY_PATH=$(dirname "$(find "$folder/package" -name 'libpoppler.so.126')")
export LD_LIBRARY_PATH
pdfsig=$folder/package/usr/bin/pdfsig
"$pdfsig" -v 2>&1 | sed -n '1s/^/# /p'

cat >make.py <<'END'
import subprocess

def openssl(*words, data=None):
    return subprocess.run(['openssl', *words], input=data, capture_output=True, check=True).stdout

def certificate(name, extensions):
    open(name + '.ext', 'w').write(extensions)
    openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', name + '.key', '-subj', '/CN=' + name, '-out', name + '.csr')
    issuer = ['-signkey', name + '.key'] if name == 'Authority' else ['-CA', 'Authority.pem', '-CAkey', 'Authority.key']
    openssl('x509', '-req', '-in', name + '.csr', '-days', '30', '-set_serial', str(len(name)), '-extfile', name + '.ext',
            *issuer, '-out', name + '.pem')

certificate('Authority', 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign')
certificate('Person', 'keyUsage=critical,digitalSignature,nonRepudiation')
certificate('Clock', 'keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping')

def cms(data):
    return openssl('cms', '-sign', '-binary', '-outform', 'DER', '-md', 'sha256', '-signer', 'Person.pem', '-inkey', 'Person.key',
                   data=data)

def token(data):
    open('covered', 'wb').write(data)
    open('tsa', 'w').write('[tsa]\ndefault_tsa=one\n[one]\nserial=serial\ndefault_policy=1.2.3.4\ndigests=sha256\n'
                           'signer_digest=sha256\n')
    open('query', 'wb').write(openssl('ts', '-query', '-data', 'covered', '-sha256', '-cert'))
    made = openssl('ts', '-reply', '-config', 'tsa', '-queryfile', 'query', '-signer', 'Clock.pem', '-inkey', 'Clock.key',
                   '-token_out')
    open('token', 'wb').write(made)
    return made

content, previous = b'%PDF-1.7\n', b''

def section(size, objects):
    global content, previous
    table = b'xref\n'
    for number, text in objects:
        table += b'%d 1\n%010d 00000 n \n' % (number, len(content))
        content += b'%d 0 obj\n%s\nendobj\n' % (number, text)
    place = len(content)
    content += table + b'trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n' % (size, previous, place)
    previous = b'/Prev %d ' % place

def sign(number, fields, kind, made_by):
    global content
    room = 12000
    section(number + 2, [
        (1, b'<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [%s] >> >>' % fields),
        (number, b'<< /FT /Sig /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 /P 3 0 R /T (%d) /V %d 0 R >>' %
         (number, number + 1)),
        (number + 1, b'<< %s /Filter /Adobe.PPKLite /ByteRange [0 ********** ********** **********] /Contents <%s> >>' %
         (kind, b'0' * room))])
    start = content.rindex(b'/Contents <') + 10
    end = start + room + 2
    at = content.rindex(b'**********') - 22
    content = content[:at] + b'%010d %010d %010d' % (start, end, len(content) - end) + content[at + 32:]
    value = made_by(content[:start] + content[end:]).hex().encode()
    content = content[:start + 1] + value.ljust(room, b'0') + content[end - 1:]

section(4, [(1, b'<< /Type /Catalog /Pages 2 0 R >>'), (2, b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
            (3, b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>')])
sign(4, b'4 0 R', b'/Type /Sig /SubFilter /ETSI.CAdES.detached', cms)
sign(6, b'4 0 R 6 0 R', b'/Type /DocTimeStamp /SubFilter /ETSI.RFC3161', token)
open('file.pdf', 'wb').write(content)
END
python3 make.py

today=$(LC_ALL=C date -u '+%b %d %Y')
seen=$(TZ=UTC LC_ALL=C "$pdfsig" -nocert file.pdf 2>/dev/null && echo "status $?")
printf '%s\n' "$seen" | grep -E 'Signature #|Common Name|Signing Time|Signature Type|Signature Validation|status'
said=$(printf '%s\n' "$seen" | sed -nE "s/^  - (Signer Certificate Common Name|Signature Type|Signature Validation): //p; \
s/^  - Signing Time: ($today).*/today/p; s/^  - Signing Time: (Jan 01 1970.*)/\1/p; /^status/p")
openssl ts -verify -token_in -in token -data covered -CAfile Authority.pem 2>/dev/null
openssl ts -reply -token_in -in token -text -out /dev/stdout 2>/dev/null | grep -a 'Time stamp'
[ "$said" = "Person
today
ETSI.CAdES.detached
Signature is Valid.
Clock
Jan 01 1970 00:00:00
unknown
Signature has not yet been verified.
status 0" ] || { echo "this has changed"; exit 1; }
