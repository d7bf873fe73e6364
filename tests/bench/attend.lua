-- SPDX-License-Identifier: ISC
-- Signs attendance lists as telephones do: each connection at a list of its own, each time as somebody who
-- was not there before. One thread for each connection, as save.lua has them.
--
-- Arguments: a file with one line for each list, its address.

local lists = {}
local threads = {}

function setup(thread)
	table.insert(threads, thread)
	thread:set("number", #threads)
end

function init(arguments)
	for line in io.lines(arguments[1]) do
		table.insert(lists, line:match("%S+"))
	end
	headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
	person = 0
	counted = 0
	refused = 0
end

function request()
	person = person + 1
	return wrk.format("POST", lists[number], headers, "name=Peserta+Contoh+" .. person ..
		"&office=Dinas+Contoh&nip=&typed=&drawn=M10+10L20+30L40+20L60+50L80+" .. person % 90)
end

-- Who was there before is led to another page than who is counted.
function response(status, given)
	if status == 303 and (given["Location"] or ""):match("done=recorded$") then
		counted = counted + 1
	else
		refused = refused + 1
	end
end

function done(summary, latency, requests)
	local counted, refused = 0, 0
	for _, thread in ipairs(threads) do
		counted = counted + thread:get("counted")
		refused = refused + thread:get("refused")
	end
	io.write(string.format('{"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"errors":%d}\n',
		counted, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
		refused + summary.errors.timeout + summary.errors.connect))
end
