-- Load for wrk. Arguments: what to do ("read", "get" or "write"), the API key, then the file of ids ("read") or the id
-- of a programme ("write").
local pointer = 0
local ids, programme = {}, nil

function init(args)
  wrk.headers["X-Api-Key"] = args[2]
  wrk.headers["X-Centre"] = "bench"
  if args[1] == "read" then
    for id in io.lines(args[3]) do
      ids[#ids + 1] = id
    end
    request = read
  elseif args[1] == "write" then
    programme = args[3]
    wrk.headers["Content-Type"] = "application/json"
    request = write
  end
end

-- Ids in a scattered but repeatable order.
function read()
  pointer = (pointer + 7919) % #ids
  return wrk.format("GET", "/api/v1/courses/" .. ids[pointer + 1])
end

function write()
  pointer = pointer + 1
  local autumn = pointer % 2 == 0
  local day = string.format("%02d", pointer % 28 + 1)
  local starts = (autumn and "2025-10-" or "2026-02-") .. day
  local ends = (autumn and "2025-11-" or "2026-04-") .. day
  return wrk.format("POST", "/api/v1/courses", nil, table.concat({
    '{"programmeId":"', programme, '","academicYear":"2025-2026","season":"', autumn and "autumn" or "spring",
    '","startsOn":"', starts, '","endsOn":"', ends, '","form":"fullTime","site":"Площадка № ', pointer % 30 + 1,
    '","funding":{"source":"stateAssignment","reference":"реестр заказа 2025"},"capacity":', 15 + pointer % 15, '}',
  }))
end

-- One line: requests per second, p50 and p99 in milliseconds, errors.
function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %.1f %.2f %.2f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    e.connect + e.read + e.write + e.status + e.timeout))
end
