# SPDX-License-Identifier: ISC
# shellcheck shell=bash
#
# What deploy/demo and deploy/test have in common. To be sourced by bash with `set -euo pipefail`.
#
# say TEXT             a line of progress, on stderr
# die TEXT             a line of error, on stderr, and exit 1
# packages GROUP...    installs what is missing of these groups of deploy/packages
# programs             prints of each program NAME BODY ["optional"], a line each: see cgi-bin/programs
# node_packages DIR [OPTION...]   npm ci in DIR, when its lock file changed since the last time
# free_port            prints a TCP port of 127.0.0.1 nobody listens at
# http_status PORT PATH   prints the status a GET answers with, or nothing

HERE=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
ROOT=$(dirname "$HERE")

say()
{
	printf '%s: %s\n' "${0##*/}" "$*" >&2
}

die()
{
	say "$*"
	exit 1
}

programs()
{
	awk '$1 == "program" { print $2, $3, $4 }' "$ROOT/cgi-bin/programs"
}

# Prints the packages of the groups that this machine lacks, one a line.
missing_packages()
{
	local group package condition release wanted=()

	# shellcheck source=/dev/null
	release=$(. /etc/os-release && echo "${VERSION_ID:-12}")
	for group; do
		while read -r package condition; do
			[ "${release%%.*}" -ge 13 ] && package=${package#*|} || package=${package%|*}
			[ "$package" != - ] || continue
			case $condition in
			unless=*) command -v "${condition#unless=}" >/dev/null && continue ;;
			esac
			wanted+=("$package")
		done < <(awk -v group="[$group]" '
			{ sub(/#.*/, "") }
			/^\[/ { on = $1 == group; next }
			on && NF { print $1, $2 }' "$HERE/packages")
	done
	# One question for all of them: each takes as long as all.
	comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) \
		<(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null |
			sed -n 's/^installed //p' | sort -u)
}

packages()
{
	local missing as_root=()

	mapfile -t missing < <(missing_packages "$@")
	[ ${#missing[@]} -gt 0 ] || return 0
	if [ "$(id -u)" -ne 0 ]; then
		command -v sudo >/dev/null || die "as root, please: apt-get install ${missing[*]}"
		as_root=(sudo)
	fi
	say "installing ${missing[*]}"
	apt_get()
	{
		"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
			-o DPkg::Lock::Timeout=600 "$@" >&2
	}
	# The lists of a fresh machine are empty, and those of an old one may name what is no longer there.
	apt_get install --no-install-recommends "${missing[@]}" || {
		apt_get update
		apt_get install --no-install-recommends "${missing[@]}"
	} || die "cannot install ${missing[*]}"
}

node_packages()
{
	local dir=$1 stamp sum

	shift
	stamp=$dir/node_modules/.matang-complete
	sum="$(cksum <"$dir/package-lock.json") $*"
	# A complete set serves those as well who asked for less.
	case $(cat "$stamp" 2>/dev/null) in
	"$sum" | "$(cksum <"$dir/package-lock.json") ") return 0 ;;
	esac
	say "fetching the Node packages of ${dir#"$ROOT"/}"
	npm ci --prefix "$dir" --no-audit --no-fund --loglevel=error "$@" >/dev/null ||
		die "npm could not fetch the packages of $dir"
	echo "$sum" >"$stamp"
}

http_status()
{
	local line

	(
		exec 3<>"/dev/tcp/127.0.0.1/$1"
		printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$2" "$1" >&3
		read -r -t 15 -a line <&3
		echo "${line[1]}"
	) 2>/dev/null || true
}

port_is_free()
{
	! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

free_port()
{
	local port

	for _ in {1..100}; do
		port=$((20000 + RANDOM % 12000))
		port_is_free "$port" && echo "$port" && return
	done
	die "no free port"
}
