package io.tokenledger.ingest.deadletters.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.Topics;
import io.tokenledger.ingest.deadletters.KeptLetter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class KeptLettersTest {

  @Test
  void aLetterIsParsedOnceHoweverOftenItIsLookedAt() {
    KeptLetter letter = letterOf("{\"data\":{\"orgId\":\"acme\"}}");

    assertThat(letter.orgId()).isEqualTo("acme");
    assertThat(letter.json().orElseThrow()).isSameAs(letter.json().orElseThrow());
  }

  @Test
  void whatIsNoJsonNamesNoOrg() {
    KeptLetter letter = letterOf("{\"orgId\":\"ac");

    assertThat(letter.json()).isEmpty();
    assertThat(letter.orgId()).isEmpty();
  }

  private static KeptLetter letterOf(String value) {
    return KeptLetters.fromRecord(
        new ConsumerRecord<>(
            Topics.DEAD_LETTERS, 0, 7, null, value.getBytes(StandardCharsets.UTF_8)));
  }
}
