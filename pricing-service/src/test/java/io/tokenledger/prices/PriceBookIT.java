package io.tokenledger.prices;

import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.SERVICE;
import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.PricesClient.put;
import static io.tokenledger.prices.support.PricesClient.putAlias;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tokenledger.events.Topics;
import io.tokenledger.pricing.ModelAlias;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.BundledPriceList;
import io.tokenledger.pricing.json.PriceBookJson;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The book as a whole, on a real PostgreSQL and a real Kafka. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class PriceBookIT {

  // Quarkus makes the test itself: there is no constructor to inject into.
  @Inject PriceBookService service;
  @Inject PriceVersions versions;

  @Test
  void itIsFilledFromTheBundledList() {
    PriceBook book = PriceBookJson.decode(as(SERVICE).get("/v1/price-book").asByteArray());
    assertThat(book.versions())
        .extracting(PriceVersion::id)
        .containsAll(BundledPriceList.book().versions().stream().map(PriceVersion::id).toList());
    assertThat(book.find("", "openai", "gpt-4o", Instant.EPOCH).orElseThrow().rates())
        .isEqualTo(
            BundledPriceList.book()
                .find("", "openai", "gpt-4o", Instant.EPOCH)
                .orElseThrow()
                .rates());
  }

  @Test
  void itsETagIsItsLineAndVersion() {
    Response first = as(SERVICE).get("/v1/price-book");
    String etag = first.header("ETag");
    JsonPath book = first.jsonPath();
    assertThat(etag)
        .isEqualTo("\"" + book.getString("line") + "-" + book.getLong("version") + "\"");
    assertThat(as(SERVICE).header("If-None-Match", etag).get("/v1/price-book").statusCode())
        .isEqualTo(304);

    long written = put(ROOT, "etag/m", "{'rates':{'input':'1'}}").jsonPath().getLong("bookVersion");
    Response second = as(SERVICE).header("If-None-Match", etag).get("/v1/price-book");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.jsonPath().getLong("version")).isGreaterThanOrEqualTo(written);
  }

  @Test
  void startingAgainRecordsNothing() throws Throwable {
    long before = service.book().version();
    VertxContextSupport.subscribeAndAwait(service::open);
    assertThat(service.book().version()).isEqualTo(before);
  }

  @Test
  void anotherReplicasPriceIsSeenWithinTwoSeconds() throws Throwable {
    PriceVersion theirs =
        VertxContextSupport.subscribeAndAwait(() -> versions.append(draft("replica")));
    Awaitility.await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> service.book().version() >= theirs.bookVersion());
    assertThat(service.book().find("", "it", "replica", Instant.now())).contains(theirs);
  }

  @Test
  void concurrentWritersGetRisingNumbersWithoutGaps() throws Throwable {
    String alias = "{'targetProvider':'openai','targetModelName':'gpt-4o'}";
    List<Long> written =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? put(ROOT, "concurrent/m" + i, "{'rates':{'input':'1'}}")
                        : putAlias(ROOT, "concurrent/a" + i, alias))
            .map(answer -> answer.jsonPath().getLong("bookVersion"))
            .toList();
    assertThat(written).doesNotHaveDuplicates();
    VertxContextSupport.subscribeAndAwait(service::refresh);
    PriceBook book = service.book();
    assertThat(
            Stream.concat(
                    book.versions().stream().map(PriceVersion::bookVersion),
                    book.aliases().stream().map(ModelAlias::bookVersion))
                .sorted())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, book.version()).boxed().toList());
    assertThat(recordedInOrder(book)).isSorted();
  }

  /** Its numbers are given again: who knows them by another book must be told. */
  @Test
  void aRestoredBookIsLoadedAnewAndBeginsALineOfItsOwn() throws Throwable {
    VertxContextSupport.subscribeAndAwait(service::refresh);
    PriceBook before = service.book();
    put(ROOT, "restored/m", "{'rates':{'input':'1'}}");
    try (Connection connection =
            DriverManager.getConnection(
                LedgerServers.jdbcUrl(), LedgerServers.superuser(), LedgerServers.PASSWORD);
        Statement sql = connection.createStatement()) {
      sql.execute("SET session_replication_role = 'replica'");
      sql.execute("DELETE FROM pricing.price_version WHERE book_version > " + before.version());
    }
    VertxContextSupport.subscribeAndAwait(service::refresh);
    PriceBook restored = service.book();
    assertThat(restored.version()).isEqualTo(before.version());
    assertThat(restored.line()).isNotEqualTo(before.line());
    assertThat(restored.find("", "restored", "m", Instant.now())).isEmpty();
    assertThat(restored.versions()).isEqualTo(before.versions());

    put(ROOT, "restored/m", "{'rates':{'input':'2'}}");
    assertThat(service.book().find("", "restored", "m", Instant.now())).isPresent();
    assertThat(service.book().line()).isEqualTo(restored.line());
  }

  @Test
  void aChangeIsAnnouncedUnderOneKey() {
    try (KafkaConsumer<String, String> consumer = consumerOfChanges()) {
      consumer.subscribe(List.of(Topics.PRICING_CHANGES));
      long version =
          put(ROOT, "kafka/m", "{'rates':{'input':'1'}}").jsonPath().getLong("bookVersion");
      List<ConsumerRecord<String, String>> seen = new ArrayList<>();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
                return seen.stream().anyMatch(each -> versionOf(each) >= version);
              });
      assertThat(seen).allMatch(each -> each.key().equals("price-book"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE pricing.price_version SET rates = '{\"input\":\"0\"}' WHERE book_version = 1",
        "DELETE FROM pricing.price_version WHERE book_version = 1",
        "TRUNCATE pricing.price_version",
        "UPDATE pricing.model_alias SET alias = 'x'",
        "DELETE FROM pricing.model_alias",
        "TRUNCATE pricing.model_alias",
        "UPDATE pricing.price_factor SET factor = 1",
        "TRUNCATE pricing.price_factor"
      })
  void theDatabaseRefusesToChangeHistory(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                LedgerServers.jdbcUrl(), "tokenledger_pricing", LedgerServers.PASSWORD);
        Statement sql = connection.createStatement()) {
      assertThatThrownBy(() -> sql.execute(statement))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append only");
    }
  }

  /** When the entries were recorded, in the order of their numbers. */
  private static List<Instant> recordedInOrder(PriceBook book) {
    Map<Long, Instant> recorded = new TreeMap<>();
    book.versions().forEach(each -> recorded.put(each.bookVersion(), each.recordedAt()));
    book.aliases().forEach(each -> recorded.put(each.bookVersion(), each.recordedAt()));
    return List.copyOf(recorded.values());
  }

  private static long versionOf(ConsumerRecord<String, String> change) {
    return JsonPath.from(change.value()).getLong("version");
  }

  private static PriceDraft draft(String model) {
    return new PriceDraft(
        "",
        "it",
        model,
        Instant.EPOCH,
        PriceDraft.MANUAL,
        "root",
        "",
        BundledPriceList.book().versions().get(0).rates());
  }

  private static KafkaConsumer<String, String> consumerOfChanges() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            LedgerServers.kafkaBootstrap(),
            "group.id",
            "prices-it",
            "auto.offset.reset",
            "earliest"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
