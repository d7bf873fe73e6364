-- SPDX-License-Identifier: ISC
-- Asks for the addresses of a list in turns, each as the person who is named beside it, with pages packed
-- as browsers ask for them. What was measured is one line of JSON: see load.mjs.
--
-- Arguments: a file with one line for each step: path and cookie (which may be missing), space between.

local steps = {}
local at = 0

function init(arguments)
	for line in io.lines(arguments[1]) do
		local path, cookie = line:match("(%S+) ?(.*)")
		table.insert(steps, wrk.format("GET", path, { ["Accept-Encoding"] = "gzip",
			["Cookie"] = cookie ~= "" and cookie or nil }))
	end
end

function request()
	at = at % #steps + 1
	return steps[at]
end

function done(summary, latency, requests)
	local errors = summary.errors
	io.write(string.format('{"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"errors":%d}\n',
		summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
		errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
