package io.tokenledger.bench.codec;

import io.tokenledger.bench.ingest.Workload;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.events.recorded.RecordedFormat;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RecordedUsageCodec;
import io.tokenledger.events.recorded.SourcePosition;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What a message of {@code usage.recorded} takes in each format: CPU time to write and to read it,
 * garbage not included, and bytes on the topic. One thread, the events of the load; the formats in
 * turns, so that a slow moment of the machine is one for all.
 */
@Command(
    name = "codec",
    description = "Messages of usage.recorded: time and bytes of each format.",
    mixinStandardHelpOptions = true)
public final class CodecBenchmark implements Callable<Integer> {

  private static final int MESSAGES = 10_000;

  /** As many as the producer sends together. */
  private static final int BATCH = 500;

  private static final UUID TOPIC = UUID.fromString("5f0c2a54-8f0e-4f0b-9d5e-0d6a3c1b2e4f");
  private static final double NANOS_PER_MICRO = 1_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Option(names = "--rounds", defaultValue = "60", description = "Default ${DEFAULT-VALUE}.")
  private int rounds;

  /** Keeps the compiler from leaving out what nobody looks at. */
  private long seen;

  @Override
  public Integer call() {
    RecordedUsage[] usages = usages();
    Map<RecordedFormat, Measured> formats = new EnumMap<>(RecordedFormat.class);
    for (RecordedFormat format : RecordedFormat.values()) {
      byte[][] messages = Arrays.stream(usages).map(format::encode).toArray(byte[][]::new);
      formats.put(format, new Measured(messages, new double[rounds], new double[rounds]));
    }
    for (int round = 0; round < rounds; round++) {
      int now = round;
      formats.forEach(
          (format, of) -> {
            of.writing()[now] = micros(i -> seen += format.encode(usages[i]).length);
            of.reading()[now] =
                micros(i -> seen += RecordedUsageCodec.decode(of.messages()[i]).addedNanos());
          });
    }
    System.out.printf("%-10s %10s %10s %8s %8s%n", "", "write, µs", "read, µs", "bytes", "as lz4");
    formats.forEach(
        (format, of) ->
            System.out.printf(
                Locale.ROOT,
                "%-10s %10.2f %10.2f %8d %8d%n",
                format.name().toLowerCase(Locale.ROOT),
                median(of.writing()),
                median(of.reading()),
                bytes(of.messages()),
                compressed(usages, of.messages())));
    return seen == 0 ? 1 : 0;
  }

  /** Of a format; microseconds a message, by round. */
  private record Measured(byte[][] messages, double[] writing, double[] reading) {}

  private static double micros(IntConsumer work) {
    long began = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < MESSAGES; i++) {
      work.accept(i);
    }
    return (THREADS.getCurrentThreadCpuTime() - began) / NANOS_PER_MICRO / MESSAGES;
  }

  /** Of the second half: in the first, code is being compiled. */
  private static double median(double[] rounds) {
    double[] later = Arrays.copyOfRange(rounds, rounds.length / 2, rounds.length);
    Arrays.sort(later);
    return later[later.length / 2];
  }

  private static long bytes(byte[][] messages) {
    return Arrays.stream(messages).mapToLong(each -> each.length).sum() / messages.length;
  }

  /** On the topic, with its key and its share of the batch's head. */
  private static long compressed(RecordedUsage[] usages, byte[][] messages) {
    long bytes = 0;
    for (int from = 0; from < messages.length; from += BATCH) {
      SimpleRecord[] batch = new SimpleRecord[BATCH];
      for (int i = 0; i < BATCH; i++) {
        byte[] key = usages[from + i].orgId().getBytes(StandardCharsets.UTF_8);
        batch[i] = new SimpleRecord(key, messages[from + i]);
      }
      bytes += MemoryRecords.withRecords(Compression.lz4().build(), batch).sizeInBytes();
    }
    return bytes / messages.length;
  }

  private static RecordedUsage[] usages() {
    Workload load = new Workload(1);
    UsageEventDecoder decoder = new UsageEventDecoder();
    List<RecordedUsage> usages = new ArrayList<>(MESSAGES);
    while (usages.size() < MESSAGES) {
      Instant now = Instant.now();
      try {
        usages.add(recorded(decoder.decode(load.next(), Map.of(), now, now), usages.size()));
      } catch (InvalidEventException partOfTheLoad) {
        // A dead letter is no recorded usage.
      }
    }
    return usages.toArray(RecordedUsage[]::new);
  }

  private static RecordedUsage recorded(UsageEvent event, int number) {
    return new RecordedUsage(
        event.eventId(),
        event.call(),
        event.requestCount(),
        event.tokens(),
        event.durationMs(),
        event.success(),
        event.conversationId(),
        event.metadata(),
        event.occurredAt(),
        event.tokens().total() * 1_250,
        OptionalLong.of(event.tokens().cached() * 625),
        CostStatus.PRICED,
        "litellm-2026-01-01/" + event.call().provider() + "/" + event.call().modelName(),
        Optional.of(new SourcePosition(TOPIC, number % 4, 1_000_000L + number)));
  }
}
