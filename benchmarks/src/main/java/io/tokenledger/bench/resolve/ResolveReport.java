package io.tokenledger.bench.resolve;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The figures of one run.
 *
 * @param one item a call, at everyone's prices
 * @param oneOfAnOrg item a call, whose org's prices the caller may see by a role in the directory
 * @param many items a call
 */
record ResolveReport(Latencies one, Latencies oneOfAnOrg, Latencies many) {

  void print() {
    rows("1 item", one);
    rows("1 item of an org", oneOfAnOrg);
    rows("1,000 items", many);
  }

  void write(Path file) throws IOException {
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), this);
    System.out.println("Also written to " + file);
  }

  private static void rows(String what, Latencies latencies) {
    row(what + ", calls", latencies.calls());
    row(what + ", p50 µs", latencies.p50Micros());
    row(what + ", p99 µs", latencies.p99Micros());
    row(what + ", max µs", latencies.maxMicros());
  }

  private static void row(String what, long value) {
    System.out.printf(Locale.ROOT, "%-44s %,12d%n", what, value);
  }
}
