-- SPDX-License-Identifier: ISC
-- Sends forms that nobody has sent before, each once: one thread for each connection, which takes every so
-- manieth line.
--
-- Arguments: a file with a line for each form: its address, the network of who sends it, and its body.

local forms = {}
local threads = {}
local THREADS = 16

function setup(thread)
	table.insert(threads, thread)
	thread:set("number", #threads)
end

function init(arguments)
	local at = 0
	for line in io.lines(arguments[1]) do
		at = at + 1
		if at % THREADS == number % THREADS then
			table.insert(forms, line)
		end
	end
	sent = 0
	taken = 0
	refused = 0
end

function request()
	sent = sent + 1
	local place, network, body = forms[(sent - 1) % #forms + 1]:match("(%S+) (%S+) (%S+)")
	return wrk.format("POST", place, { ["Content-Type"] = "application/x-www-form-urlencoded", ["X-Forwarded-For"] = network }, body)
end

function response(status)
	if status == 303 then
		taken = taken + 1
	else
		refused = refused + 1
	end
end

function done(summary, latency, requests)
	local taken, refused = 0, 0
	for _, thread in ipairs(threads) do
		taken = taken + thread:get("taken")
		refused = refused + thread:get("refused")
	end
	io.write(string.format('{"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"errors":%d}\n',
		taken, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
		refused + summary.errors.timeout + summary.errors.connect))
end
