package io.tokenledger.client.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.client.RecordedProvider;
import io.tokenledger.client.TestLedger;
import io.tokenledger.client.Trackers;
import io.tokenledger.client.UsageContext;
import io.tokenledger.client.UsageTracker;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.UsageEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A Spring Boot app with Spring AI's own models, against recorded answers over real HTTP. */
class SpringBootAppTest {

  private static RecordedProvider provider;
  private static TestLedger ledger;
  private static ConfigurableApplicationContext app;
  private static long recordedBefore;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class App {

    @Bean
    UsageTracker usageTracker() {
      return Trackers.to(ledger.url()).start();
    }

    @Bean
    TokenledgerObservationHandler tokenledger(UsageTracker tracker) {
      return new TokenledgerObservationHandler(
          tracker, observed -> UsageContext.empty().user("ann").activity("answers"));
    }
  }

  @BeforeAll
  static void start() throws Exception {
    provider = new RecordedProvider();
    ledger = TestLedger.start();
    SpringApplication application = new SpringApplication(App.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setDefaultProperties(
        Map.of(
            "spring.ai.openai.api-key", "key-1",
            "spring.ai.openai.base-url", provider.url() + "/v1",
            "spring.ai.openai.chat.model", "model-asked",
            "spring.ai.openai.max-retries", "0",
            "spring.ai.anthropic.api-key", "key-1",
            "spring.ai.anthropic.base-url", provider.url(),
            "spring.ai.anthropic.max-retries", "0",
            "spring.main.banner-mode", "off",
            "logging.level.root", "warn"));
    app = application.run();
  }

  @AfterAll
  static void stop() {
    app.close();
    ledger.close();
    provider.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai-chat-03.json", "openai-chat-05.json", "groq-chat-01.json"})
  void countsWhatTheWholeAnswerOfOpenAiCounts(String file) throws Exception {
    provider.answerWith(file);
    app.getBean(OpenAiChatModel.class).call(new Prompt("a very private prompt"));
    assertSame("openai", file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"anthropic-messages-01.json", "anthropic-messages-05.json"})
  void countsWhatTheWholeAnswerOfAnthropicCounts(String file) throws Exception {
    provider.answerWith(file);
    app.getBean(AnthropicChatModel.class).call(new Prompt("a very private prompt"));
    assertSame("anthropic", file);
  }

  /** The totals are right; of what the cache gave Spring AI says nothing. */
  @Test
  void aStreamIsPartial() throws Exception {
    provider.answerWith("openai-chat-01.sse");
    app.getBean(OpenAiChatModel.class).stream(new Prompt("How much?")).blockLast();
    UsageEvent event = TestLedger.decoded(last());
    UsageEvent whole =
        RecordedProvider.decoded("openai", event.call().modelName(), "openai-chat-01.sse");
    assertThat(event.tokens().total()).isEqualTo(whole.tokens().total());
    assertThat(event.usageSource().name()).isEqualTo("PARTIAL");
  }

  @Test
  void countsEmbeddings() throws Exception {
    provider.answerWith("openai-embeddings-01.json");
    app.getBean(OpenAiEmbeddingModel.class).embed("How much?");
    UsageEvent event = TestLedger.decoded(last());
    UsageEvent whole = RecordedProvider.decoded("openai", "m", "openai-embeddings-01.json");
    assertThat(event.call().feature()).isEqualTo("embedding");
    assertThat(event.tokens().count(TokenClass.EMBEDDING))
        .isEqualTo(whole.tokens().count(TokenClass.EMBEDDING));
    assertThat(event.tokens()).isEqualTo(whole.tokens());
  }

  @Test
  void recordsAFailureAndLetsItThrough() {
    provider.failWith(401, "{\"error\":{\"message\":\"key-1 is no key\"}}");
    assertThatThrownBy(() -> app.getBean(OpenAiChatModel.class).call(new Prompt("How much?")))
        .hasStackTraceContaining("401");
    JsonNode event = last();
    assertThat(event.path("success").asBoolean(true)).isFalse();
    assertThat(event.toString()).doesNotContain("key-1");
  }

  private static void assertSame(String providerName, String file) throws IOException {
    JsonNode sent = last();
    UsageEvent event = TestLedger.decoded(sent);
    UsageEvent whole = RecordedProvider.decoded(providerName, event.call().modelName(), file);
    assertThat(event.call().provider()).isEqualTo(providerName);
    assertThat(event.tokens()).isEqualTo(whole.tokens());
    assertThat(event.usageSource()).isEqualTo(whole.usageSource());
    assertThat(event.call().userId()).isEqualTo("ann");
    assertThat(event.call().activity()).isEqualTo("answers");
    assertThat(sent.toString()).doesNotContain("private").doesNotContain("key-1");
  }

  @BeforeEach
  void count() {
    recordedBefore = app.getBean(UsageTracker.class).stats().recorded();
  }

  /** A stream is given to its reader first, and observed then. */
  private static JsonNode last() {
    UsageTracker tracker = app.getBean(UsageTracker.class);
    await().until(() -> tracker.stats().recorded() == recordedBefore + 1);
    assertThat(tracker.flush(Duration.ofSeconds(20))).isTrue();
    assertThat(tracker.stats().invalid() + tracker.stats().rejected()).isZero();
    return ledger.counted().get(ledger.counted().size() - 1);
  }
}
