package io.tokenledger.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KafkaEventSenderTest {

  /** While Kafka is away the producer itself waits for longer than whoever waits for the answer. */
  @Test
  void whatIsNotAcknowledgedInTimeIsToldToBeSentAgain() {
    Uni<Void> never = KafkaEventSender.inTime(Uni.createFrom().nothing(), Duration.ofMillis(10));
    assertThatThrownBy(() -> never.await().atMost(Duration.ofSeconds(10)))
        .isInstanceOfSatisfying(
            ApiException.class, late -> assertThat(late.code()).isEqualTo(ProblemCode.UNAVAILABLE));
    KafkaEventSender.inTime(Uni.createFrom().voidItem(), Duration.ofSeconds(5))
        .await()
        .atMost(Duration.ofSeconds(10));
  }
}
