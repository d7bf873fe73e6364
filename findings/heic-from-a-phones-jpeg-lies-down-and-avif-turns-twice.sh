#!/bin/bash
# SPDX-License-Identifier: ISC
#
# heif-enc, avifenc, heif-convert: a telephone's JPEG lies on its side as HEIC, and turns twice by way of AVIF
#
# Version: libheif-examples 1.15.1-1+deb12u1 and libavif-bin 0.11.1-1+deb12u1, both of Debian 12.
#
# A telephone stores a picture as its sensor sees it and says by Exif (Orientation, 6) how it stands; each
# viewer turns it.  In HEIF that is said by the properties irot and imir (ISO/IEC 23008-12, 6.5.10), and Exif
# is for information only.  One would expect of programs that make HEIC or AVIF of a JPEG that what stood
# upright stands upright, and of one that makes a JPEG of them the same.
#
# heif-enc copies the Exif and writes no irot: whoever reads the HEIC as the standard says, its own library
# first, shows it lying on its side.  avifenc of the very same JPEG writes irot, and copies the Exif too;
# heif-convert then turns the points by irot and hands on the Exif that says "turn me": an upright picture
# that every viewer lays on its side.
#
# The way round: whoever turns points drops the Orientation, or writes 1; and what a file of others is, is
# decided by irot alone, not by its Exif.  (This project writes upright points without Exif.)
#
# Seen, of a picture that stands 64 wide and 32 high:
#	the JPEG:           32 x 64, orientation 6
#	heif-enc, HEIC:     32 x 64 by libheif
#	avifenc, AVIF:      64 x 32 by libheif
#	  its JPEG again:   64 x 32, orientation 6
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# A Debian 12 of its own, with the programs as its packages set them up.
apt-get download -q mmdebstrap >/dev/null 2>&1
dpkg -x mmdebstrap_*.deb tool
tool/usr/bin/mmdebstrap --mode=root --variant=minbase --aptopt='APT::Install-Recommends "false"' \
    --include=libheif-examples,libavif-bin,file bookworm root >/dev/null 2>&1
for package in libheif-examples=1.15.1 libavif-bin=0.11.1; do
	case $(dpkg-query --admindir=root/var/lib/dpkg -W -f '${Version}' "${package%=*}") in
	"${package#*=}"-*) ;;
	*) echo "this has changed: another version of ${package%=*}"; exit 1 ;;
	esac
done

# Red, green and blue in three corners of white, stored on its side.
mkdir root/work
base64 -d >root/work/phone.jpg <<'END'
/9j/4AAQSkZJRgABAQAAAQABAAD/4QA2RXhpZgAATU0AKgAAAAgAAgEPAAIAAAAHAAAAJgESAAMAAAABAAYAAAAAAABDb250b2gA
AP/bAEMAAwICAwICAwMDAwQDAwQFCAUFBAQFCgcHBggMCgwMCwoLCw0OEhANDhEOCwsQFhARExQVFRUMDxcYFhQYEhQVFP/bAEMB
AwQEBQQFCQUFCRQNCw0UFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFP/AABEIAEAAIAMB
IgACEQEDEQH/xAAfAAABBQEBAQEBAQAAAAAAAAAAAQIDBAUGBwgJCgv/xAC1EAACAQMDAgQDBQUEBAAAAX0BAgMABBEFEiExQQYT
UWEHInEUMoGRoQgjQrHBFVLR8CQzYnKCCQoWFxgZGiUmJygpKjQ1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5
eoOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4eLj5OXm5+jp6vHy8/T19vf4+fr/
xAAfAQADAQEBAQEBAQEBAAAAAAAAAQIDBAUGBwgJCgv/xAC1EQACAQIEBAMEBwUEBAABAncAAQIDEQQFITEGEkFRB2FxEyIygQgU
QpGhscEJIzNS8BVictEKFiQ04SXxFxgZGiYnKCkqNTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqCg4SFhoeI
iYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2dri4+Tl5ufo6ery8/T19vf4+fr/2gAMAwEAAhED
EQA/APnKiiivw8/m8/eCiiiv3A/pAKKKKACiiigAooooAKKKKAPwhooor8MP9UzwKiiiv9xj/HQ//9k=
END
inside()
{
	unshare --mount sh -c 'mount -t proc proc root/proc && exec chroot root "$@"' - "$@"
}
inside heif-enc /work/phone.jpg -o /work/phone.heic >/dev/null 2>&1
inside avifenc /work/phone.jpg -o /work/phone.avif >/dev/null 2>&1
for kind in heic avif; do
	inside heif-convert "/work/phone.$kind" "/work/$kind.jpg" >/dev/null 2>&1
done
seen=$(for name in phone heic avif; do
	inside file -b "/work/$name.jpg" |
	    sed -n 's/.*orientation=\([a-z-]*\).*, \([0-9]*x[0-9]*\),.*/\2 \1/p' | sed "s/^/$name /"
done)
echo "$seen"
[ "$seen" = "phone 32x64 upper-right
heic 32x64 upper-right
avif 64x32 upper-right" ] || { echo "this has changed"; exit 1; }
