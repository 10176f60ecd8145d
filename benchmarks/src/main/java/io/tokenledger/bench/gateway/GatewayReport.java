package io.tokenledger.bench.gateway;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The figures of one run.
 *
 * @param rounds one after the other, each a turn of every target
 * @param heapPerThousandStreams bytes that live in the heap because of a thousand open streams, by
 *     target
 */
record GatewayReport(
    int callsPerSecond,
    int streamsAtOnce,
    int secondsEach,
    List<List<Turn>> rounds,
    Map<String, Long> heapPerThousandStreams,
    CountedCalls ledger) {

  static final String UPSTREAM = "upstream alone";
  static final String BARE = "bare proxy";
  static final String GATEWAY = "gateway";

  private static final double KIBIBYTE = 1_024;
  private static final String ROW = "%-42s %15s %15s %15s %15s%n";

  void print() {
    System.out.printf(
        "%,d calls a second, then %,d streams at once, %d s each, %d rounds; median of the rounds%n",
        callsPerSecond, streamsAtOnce, secondsEach, rounds.size());
    System.out.printf(ROW, "", UPSTREAM, BARE, GATEWAY, "added to bare");
    row("whole answer, p50, ms", turn -> turn.whole().p50Micros());
    row("whole answer, p99, ms", turn -> turn.whole().p99Micros());
    row("whole answer, CPU of a call, ms", Turn::wholeCpuMicros);
    row("stream, first byte, p50, ms", turn -> turn.streams().firstByteP50Micros());
    row("stream, first byte, p99, ms", turn -> turn.streams().firstByteP99Micros());
    row("stream, its end, p50, ms", turn -> turn.streams().p50Micros());
    row("stream, its end, p99, ms", turn -> turn.streams().p99Micros());
    row("stream, CPU of a call, ms", Turn::streamCpuMicros);
    heapPerThousandStreams.forEach(
        (target, bytes) ->
            System.out.printf(
                Locale.ROOT,
                "heap per 1,000 open streams, %s: %.1f MiB%n",
                target,
                bytes / KIBIBYTE / KIBIBYTE));
    System.out.printf(
        Locale.ROOT,
        "%,d calls through the gateway: %,d in the ledger, %,d as reported, lost %,d, doubled %,d%n",
        ledger.accepted(),
        ledger.counted(),
        ledger.reported(),
        ledger.lost(),
        ledger.doubled());
  }

  void write(Path file) throws IOException {
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), this);
    System.out.println("Also written to " + file);
  }

  /** Whether all calls were answered, and the ledger has each once. */
  boolean isSound() {
    return ledger.isExact()
        && rounds.stream().flatMap(List::stream).allMatch(turn -> turn.failed() == 0);
  }

  private void row(String what, ToLongFunction<Turn> micros) {
    System.out.printf(
        ROW,
        what,
        millis(median(round -> of(round, UPSTREAM, micros))),
        millis(median(round -> of(round, BARE, micros))),
        millis(median(round -> of(round, GATEWAY, micros))),
        millis(median(round -> of(round, GATEWAY, micros) - of(round, BARE, micros))));
  }

  private long median(ToLongFunction<List<Turn>> figure) {
    return rounds.stream().mapToLong(figure).sorted().skip(rounds.size() / 2).findFirst().orElse(0);
  }

  private static long of(List<Turn> round, String target, ToLongFunction<Turn> micros) {
    return round.stream()
        .filter(turn -> turn.target().equals(target))
        .mapToLong(micros)
        .findFirst()
        .orElseThrow();
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%.2f", micros / 1_000.0);
  }
}
