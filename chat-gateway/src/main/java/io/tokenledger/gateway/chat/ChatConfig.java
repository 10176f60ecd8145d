package io.tokenledger.gateway.chat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Conversations, and their bounds. */
@ConfigMapping(prefix = "tokenledger.gateway.chat")
public interface ChatConfig {

  /** Off, none can be made or read; what there is stays until it is too old. */
  @WithDefault("true")
  boolean enabled();

  /**
   * Models that are offered, and the only ones that people may write to; by default those that
   * upstreams list are offered, and any may be written to.
   */
  Optional<Set<String>> models();

  /** Of conversations that name none; by default the first that is offered. */
  Optional<String> defaultModel();

  /** Messages of before that a model is told. */
  @WithDefault("50")
  int historyMessages();

  /** Characters of them in all; older ones are left out. */
  @WithDefault("200000")
  int historyCharacters();

  /** An answer that grows beyond it is broken off. */
  @WithDefault("1000000")
  int maxAnswerCharacters();

  @WithDefault("1000")
  int maxConversationsPerUser();

  /** Questions and answers. */
  @WithDefault("1000")
  int maxMessagesPerConversation();

  /** Of all conversations of one user in one org. */
  @WithDefault("67108864")
  long maxBytesPerUser();

  /** Of all conversations of one org. */
  @WithDefault("10737418240")
  long maxBytesPerOrg();

  /** Days after which a conversation that nobody has used goes. */
  @WithDefault("365")
  int retentionDays();

  /** How often what is too old is looked for. */
  @WithDefault("1h")
  Duration retentionEvery();

  /** Messages that go in one transaction, about. */
  @WithDefault("2000")
  int retentionChunk();

  /** Exports that run at once. */
  @WithDefault("8")
  int maxExports();

  /** Exports of one org that run at once. */
  @WithDefault("2")
  int maxExportsPerOrg();

  /** How long the client of an export may take nothing. */
  @WithDefault("60s")
  Duration exportPatience();
}
