package io.tokenledger.ingest.deadletters.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.LetterId;
import io.tokenledger.ingest.deadletters.DeadLettersUnavailableException;
import io.tokenledger.ingest.deadletters.LetterQuery;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Kafka is away: the answer comes in bounded time, and says so. */
class DeadLettersAwayIT {

  private static final Duration BOUND = Duration.ofSeconds(20);

  @Test
  void aListingAndAReplayFailInTime() throws Exception {
    KafkaDeadLetters letters = new KafkaDeadLetters(new DeadLetterClients(nobody()));
    LetterQuery all =
        new LetterQuery(Optional.empty(), "", Instant.EPOCH, Instant.now(), Optional.empty(), 1);

    assertUnavailable(letters.list(all));
    assertUnavailable(letters.replay(Set.of(new LetterId(0, 0)), false));
  }

  private static void assertUnavailable(Uni<?> answer) {
    assertThatThrownBy(() -> answer.await().atMost(BOUND))
        .isInstanceOf(DeadLettersUnavailableException.class);
  }

  private static Map<String, Object> nobody() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      return Map.of("bootstrap.servers", "127.0.0.1:" + free.getLocalPort());
    }
  }
}
