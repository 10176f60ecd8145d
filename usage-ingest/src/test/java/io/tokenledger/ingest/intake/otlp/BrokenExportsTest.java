package io.tokenledger.ingest.intake.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tokenledger.ingest.intake.otlp.export.InvalidExportException;
import io.tokenledger.ingest.intake.otlp.export.JsonExport;
import io.tokenledger.ingest.intake.otlp.export.ProtobufExport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes, an export is read or refused with a sentence. {@code -Dotlp.broken=20000}
 * tries more of them, {@code -Dotlp.seed} others.
 */
class BrokenExportsTest {

  private static final int BODIES = Integer.getInteger("otlp.broken", 2_000);
  private static final long SEED = Long.getLong("otlp.seed", 20261130L);
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

  private final SpanIntake intake = new SpanIntake(Set.of());
  private final Random random = new Random(SEED);

  @Test
  void noBodyBreaksTheReaders() throws IOException {
    List<byte[]> whole = goldenBodies();
    int read = 0;
    for (int i = 0; i < BODIES; i++) {
      byte[] body = broken(whole.get(random.nextInt(whole.size())));
      read += isRead(body, true) ? 1 : 0;
      read += isRead(body, false) ? 1 : 0;
    }
    assertThat(read).isBetween(BODIES / 50, 2 * BODIES);
  }

  /** Most are broken in one place, so that they are read up to there. */
  private byte[] broken(byte[] whole) {
    byte[] body = whole.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      body = brokenOnce(body);
    }
    return body;
  }

  private byte[] brokenOnce(byte[] body) {
    if (body.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(body.length);
    int length = random.nextInt(Math.min(64, body.length - at)) + 1;
    return switch (random.nextInt(6)) {
      case 0 -> java.util.Arrays.copyOf(body, at);
      case 1 -> spliced(body, at, at + length, new byte[0]);
      case 2 -> spliced(body, at, at, java.util.Arrays.copyOfRange(body, at, at + length));
      case 3 -> spliced(body, at, at + length, noise(length));
      case 4 -> spliced(body, at, at, interesting());
      default -> spliced(body, at, at + 1, noise(1));
    };
  }

  private byte[] interesting() {
    List<String> pieces =
        List.of(
            "null",
            "-1",
            "1e999999999",
            "\"\\ud800\"",
            "{",
            "]",
            "[[[[[[[[",
            "\u0000",
            "18446744073709551616",
            "\"NaN\"",
            ",",
            "é");
    return pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] spliced(byte[] body, int from, int to, byte[] piece) {
    byte[] all = new byte[from + piece.length + body.length - to];
    System.arraycopy(body, 0, all, 0, from);
    System.arraycopy(piece, 0, all, from, piece.length);
    System.arraycopy(body, to, all, from + piece.length, body.length - to);
    return all;
  }

  private boolean isRead(byte[] body, boolean json) {
    try {
      intake.count(json ? JsonExport.read(body) : ProtobufExport.read(body), "acme", NOW);
      return true;
    } catch (InvalidExportException e) {
      assertThat(e.getMessage()).isNotBlank();
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      return fail("seed " + SEED + ": " + Base64.getEncoder().encodeToString(body), e);
    }
  }

  private static List<byte[]> goldenBodies() throws IOException {
    List<byte[]> bodies = new ArrayList<>();
    Path folder = Path.of(BrokenExportsTest.class.getResource("/otlp").getPath());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(".json") || file.toString().endsWith(".pb")) {
          bodies.add(Files.readAllBytes(file));
        }
      }
    }
    return bodies;
  }
}
