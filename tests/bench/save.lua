-- SPDX-License-Identifier: ISC
-- Saves one answer after the other as the page's script does: each connection is a person of its own who
-- goes from variable to variable, and sends the version that the answer before gave to that one. One thread
-- for each connection (wrk -t N -c N), because only a thread knows which answer is its own.
--
-- Arguments: a file with one line for each person: path of the assessment, cookie, token and the versions
-- of its variables with commas between, space between.

local people = {}
local threads = {}

function setup(thread)
	table.insert(threads, thread)
	thread:set("number", #threads)
end

function init(arguments)
	for line in io.lines(arguments[1]) do
		table.insert(people, line)
	end
	local rest
	path, cookie, token, rest = people[number]:match("(%S+) (%S+) (%S+) (%S+)")
	versions = {}
	for version in rest:gmatch("%d+") do
		table.insert(versions, tonumber(version))
	end
	text = string.rep("Rencana kerja disusun dari usulan setiap bidang dan dibandingkan menurut hasilnya. ", 8):gsub(" ", "+")
	variable = number
	saved = 0
	refused = 0
	headers = { ["Cookie"] = cookie, ["Accept"] = "application/json",
		["Content-Type"] = "application/x-www-form-urlencoded" }
end

function request()
	variable = variable % #versions + 1
	return wrk.format("POST", path .. variable, headers, "csrf=" .. token .. "&version=" .. versions[variable] ..
		"&level=4&explanation=" .. text .. versions[variable])
end

-- Only a version that went up by one is an answer that was saved.
function response(status, _, body)
	local now = status == 200 and tonumber(body:match('"version":(%d+)'))
	if now == versions[variable] + 1 then
		versions[variable] = now
		saved = saved + 1
	else
		refused = refused + 1
	end
end

function done(summary, latency, requests)
	local saved, refused = 0, 0
	for _, thread in ipairs(threads) do
		saved = saved + thread:get("saved")
		refused = refused + thread:get("refused")
	end
	io.write(string.format('{"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"errors":%d}\n',
		saved, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
		refused + summary.errors.timeout + summary.errors.connect))
end
