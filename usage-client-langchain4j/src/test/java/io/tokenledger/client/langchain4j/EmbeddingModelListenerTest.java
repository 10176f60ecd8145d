package io.tokenledger.client.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import io.tokenledger.client.RecordedProvider;
import io.tokenledger.client.TestLedger;
import io.tokenledger.client.UsageContext;
import io.tokenledger.events.UsageEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddingModelListenerTest {

  private RecordedProvider provider;
  private SentEvents sent;

  @BeforeEach
  void start() throws Exception {
    provider = new RecordedProvider();
    sent = new SentEvents();
  }

  @AfterEach
  void stop() {
    sent.close();
    provider.close();
  }

  @Test
  void countsWhatTheWholeAnswerCounts() throws Exception {
    provider.answerWith("openai-embeddings-01.json");
    model().embed("How much?");
    UsageEvent event = TestLedger.decoded(sent.last());
    UsageEvent whole =
        RecordedProvider.decoded("openai", event.call().modelName(), "openai-embeddings-01.json");
    assertThat(event.tokens()).isEqualTo(whole.tokens());
    assertThat(event.call().modelName()).isEqualTo("text-embedding-3-small");
    assertThat(event.call().feature()).isEqualTo("embedding");
    assertThat(event.call().userId()).isEqualTo("ann");
  }

  @Test
  void recordsAFailure() {
    provider.failWith(401, "{\"error\":{\"message\":\"key-1 is no key\"}}");
    assertThatThrownBy(() -> model().embed("How much?"))
        .isInstanceOf(AuthenticationException.class);
    JsonNode event = sent.last();
    assertThat(event.path("success").asBoolean(true)).isFalse();
    assertThat(event.path("feature").asText()).isEqualTo("embedding");
    assertThat(event.toString()).doesNotContain("key-1");
  }

  private EmbeddingModel model() {
    return OpenAiEmbeddingModel.builder()
        .baseUrl(provider.url() + "/v1")
        .apiKey("key-1")
        .modelName("text-embedding-3-small")
        .maxRetries(0)
        .listeners(
            List.of(
                new TokenledgerEmbeddingModelListener(
                    sent.tracker, () -> UsageContext.empty().user("ann"))))
        .build();
  }
}
