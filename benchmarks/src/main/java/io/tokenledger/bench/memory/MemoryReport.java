package io.tokenledger.bench.memory;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The figures of one run. */
final class MemoryReport {

  private final List<Row> rows = new ArrayList<>();

  /**
   * @param peakMebibytes the most that the process held during the load, resident
   * @param answers what the load was answered
   */
  record Row(String load, String service, long peakMebibytes, String answers) {}

  /** Says it, too: a round may take long, and be broken off. */
  void add(String load, Component service, long peakMebibytes, String answers) {
    rows.add(new Row(load, service.label(), peakMebibytes, answers));
    System.out.printf("%-50s %-18s %6d MiB  %s%n", load, service.label(), peakMebibytes, answers);
  }

  void write(Path file) throws IOException {
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), rows);
    System.out.println("Also written to " + file);
  }
}
