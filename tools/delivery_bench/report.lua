-- Has wrk end with one line of figures.
done = function(summary, latency, requests)
   local errors = summary.errors
   io.write(string.format("FIGURES %d %d %d %d\n", summary.requests, summary.duration,
      errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
