#!/bin/bash
# SPDX-License-Identifier: ISC
#
# Atom: of "Dari 38 ke 47." in xhtml rss-parser makes "Dari 38 ke .47", and others take the file for the page
#
# Version: npm rss-parser 3.13.0, htmlparser2 9.1.0 (parseFeed), @extractus/feed-extractor 7.1.3, feedsmith 1.9.0,
# feedparser 2.2.10.
#
# RFC 4287 lets titles and contents be xhtml, links be relative to xml:base (its section 2), and an entry have
# several links, of which "alternate" is the page.  One feed that is valid by it, five readers:
#
# rss-parser goes by way of an object that knows no order of text and elements: words in <b> are put behind all
# other words of their paragraph, so that a figure stands somewhere else and a point before it; a title in xhtml is
# an object.  feed-extractor leaves title and text of such an entry empty, without an error, and relative links too.
# htmlparser2 takes the first link whatever its rel: the PDF where the enclosure is written first, and for the feed
# its own address.  feedsmith gives links as they are and has no xml:base.  feedparser has all as the RFC says.
#
# The way round for who writes a feed: type="text" or "html", absolute links, "alternate" before any other link.
#
# Seen:
#	rss-parser      title: object  text: Dari 38 ke .47  page: portal/a1
#	htmlparser2     title: Level III dari V  text: Dari 38 ke 47.  page: portal/a1.pdf
#	feed-extractor  title: ""  text: ""  page: ""
#	feedsmith       title: Level III dari V  text: Dari 38 ke 47.  page: portal/a1
#	feedparser      title: Level III dari V  text: Dari 38 ke 47.  page: https://contoh.go.id/matang/portal/a1
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund rss-parser@3.13.0 htmlparser2@9.1.0 @extractus/feed-extractor@7.1.3 \
	feedsmith@1.9.0 feedparser@2.2.10 >/dev/null
cat >feed.atom <<'END'
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://contoh.go.id/matang/">
<title>Nilai</title><id>tag:contoh.go.id,2026:feed</id><updated>2026-11-30T08:00:00Z</updated>
<author><name>Bagian Organisasi</name></author>
<link rel="self" href="portal/feed.atom"/>
<entry><id>tag:contoh.go.id,2026:a1</id><updated>2026-11-30T08:00:00Z</updated>
<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Level <b>III</b> dari V</div></title>
<link rel="enclosure" type="application/pdf" length="123" href="portal/a1.pdf"/>
<link rel="alternate" href="portal/a1"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Dari 38 ke <b>47</b>.</p></div></content></entry>
</feed>
END
cat >read.mjs <<'END'
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { extractFromXml } from '@extractus/feed-extractor';
import FeedParser from 'feedparser';
import { parseFeed as parseSmith } from 'feedsmith';
import { parseFeed } from 'htmlparser2';
import RssParser from 'rss-parser';

const feed = readFileSync('feed.atom', 'utf8');
const bare = (value) => typeof value === 'string' ? value.replace(/<[^>]*>/g, '') || '""' : 'object';
const tell = (name, title, text, page) =>
	console.log(name.padEnd(15), `title: ${bare(title)}  text: ${bare(text)}  page: ${page || '""'}`);

const rss = (await new RssParser().parseString(feed)).items[0];
tell('rss-parser', rss.title, rss.contentSnippet, rss.link);
const html = parseFeed(feed).items[0];
tell('htmlparser2', html.title, html.description, html.link);
const extracted = extractFromXml(feed).entries[0];
tell('feed-extractor', extracted.title, extracted.description, extracted.link);
const smith = parseSmith(feed).feed.entries[0];
tell('feedsmith', smith.title, smith.content, smith.links.find((link) => link.rel === 'alternate').href);
const parser = new FeedParser();
parser.once('data', (item) => tell('feedparser', item.title, item.description, item.link));
Readable.from([feed]).pipe(parser);
END
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'rss-parser      title: object  text: Dari 38 ke .47  page: portal/a1
htmlparser2     title: Level III dari V  text: Dari 38 ke 47.  page: portal/a1.pdf
feed-extractor  title: ""  text: ""  page: ""
feedsmith       title: Level III dari V  text: Dari 38 ke 47.  page: portal/a1
feedparser      title: Level III dari V  text: Dari 38 ke 47.  page: https://contoh.go.id/matang/portal/a1' ] || { echo "this has changed"; exit 1; }
