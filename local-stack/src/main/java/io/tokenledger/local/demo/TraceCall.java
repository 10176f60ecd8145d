package io.tokenledger.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * One call of the recorded trace; azure-llm-inference-trace-conv.SOURCE.md says where it is from.
 *
 * @param offsetMillis since the first call of the trace
 */
record TraceCall(long offsetMillis, long contextTokens, long generatedTokens) {

  private static final String TRACE = "azure-llm-inference-trace-conv.csv.gz";

  /** All calls, in the order in which they arrived. */
  static List<TraceCall> trace() throws IOException {
    try (InputStream packed = TraceCall.class.getResourceAsStream(TRACE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(TraceCall::fromLine).toList();
    }
  }

  private static TraceCall fromLine(String line) {
    String[] fields = line.split(",");
    return new TraceCall(
        Long.parseLong(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]));
  }
}
