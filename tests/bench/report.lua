-- SPDX-License-Identifier: ISC
-- What wrk measured, as one line of JSON: see bench.mjs.

function done(summary, latency, requests)
	local errors = summary.errors
	io.write(string.format('{"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"bytes":%d,"errors":%d}\n',
		summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
		summary.bytes, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
