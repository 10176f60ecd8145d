package io.tokenledger.ingest.pricebook;

import static io.tokenledger.ingest.pricebook.PriceServiceDouble.setAway;
import static io.tokenledger.ingest.pricebook.PriceServiceDouble.setBook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.events.Topics;
import io.tokenledger.ingest.PriceBooks;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A price is in use within two seconds, whichever way the news comes. */
@QuarkusTest
@TestProfile(PricePropagationIT.Profile.class)
@WithTestResource(LedgerServers.class)
@WithTestResource(PriceServiceDouble.class)
class PricePropagationIT {

  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  @Inject PriceBooks books;

  private long version;

  /** So that the profile differs from the others': this service has a pricing-service. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("tokenledger.pricing.refresh", "1s");
    }
  }

  @BeforeEach
  void knowsTheBook() {
    version = books.current().version() + 10;
    setBook(version);
    setAway(false);
    await().atMost(Duration.ofSeconds(20)).until(() -> books.current().version() == version);
  }

  @Test
  void cutOffFromKafkaItAsks() {
    setBook(version + 1);
    awaitVersion(version + 1);
  }

  @Test
  void cutOffFromPricingServiceItAsksUntilItAnswers() throws Exception {
    setAway(true);
    setBook(version + 1);
    announce(version + 1);
    await()
        .during(TWO_SECONDS)
        .atMost(Duration.ofSeconds(10))
        .until(() -> books.current().version() == version);
    setAway(false);
    awaitVersion(version + 1);
  }

  /** Two changes while both are away, of which the second is never announced. */
  @Test
  void cutOffFromBothItCatchesUpByVersion() throws Exception {
    setAway(true);
    setBook(version + 1);
    setBook(version + 2);
    await()
        .during(TWO_SECONDS)
        .atMost(Duration.ofSeconds(10))
        .until(() -> books.current().version() == version);
    setAway(false);
    awaitVersion(version + 2);
    announce(version + 1);
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(10))
        .until(() -> books.current().version() == version + 2);
  }

  private void awaitVersion(long expected) {
    await().atMost(TWO_SECONDS).until(() -> books.current().version() == expected);
    assertThat(books.current().version()).isEqualTo(expected);
  }

  private static void announce(long version) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", LedgerServers.kafkaBootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.PRICING_CHANGES,
                  "price-book".getBytes(StandardCharsets.UTF_8),
                  PriceServiceDouble.announcementOf(version)))
          .get();
    }
  }
}
