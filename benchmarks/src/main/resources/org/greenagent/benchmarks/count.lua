-- Counts what each thread of wrk sends, in a file that is read meanwhile: a line of the
-- processor's cache for each. Every connection has one request under way, so that within a
-- stretch of time as many are answered as are sent.
local ffi = require("ffi")
ffi.cdef([[
  int open(const char *path, int flags, ...);
  void *mmap(void *address, size_t length, int protection, int flags, int file, long offset);
]])
local READ_AND_WRITE, PROTECTION, SHARED = 2, 3, 1
local BYTES, EACH = 4096, 8

local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  local file = ffi.C.open(arguments[1], READ_AND_WRITE)
  local memory = ffi.C.mmap(nil, BYTES, PROTECTION, SHARED, file, 0)
  counter = ffi.cast("double *", memory) + EACH * number
  text = wrk.format()
end

function request()
  counter[0] = counter[0] + 1
  return text
end
