package io.tokenledger.gateway.chat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.tokenledger.gateway.chat.model.Dialect;
import io.tokenledger.gateway.chat.model.Models;
import io.tokenledger.gateway.chat.model.Models.Offer;
import io.tokenledger.gateway.chat.model.Prompt;
import io.tokenledger.gateway.chat.postgres.TurnWrites;
import io.tokenledger.gateway.chat.postgres.TurnWrites.Begun;
import io.tokenledger.gateway.keys.CallKey;
import io.tokenledger.gateway.keys.HeldKey;
import io.tokenledger.service.http.ApiException;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The flow of a question: it is kept, the model is called as by any SDK, and the answer is handed
 * on and kept as it comes.
 */
@ApplicationScoped
public class Chat {

  private final Vertx vertx;
  private final Models models;
  private final TurnWrites turns;
  private final ModelCalls calls;
  private final ChatConfig config;
  private final Set<String> allowed;
  private final Clock clock = Clock.systemUTC();

  Chat(Vertx vertx, Models models, TurnWrites turns, ModelCalls calls, ChatConfig config) {
    this.vertx = vertx;
    this.models = models;
    this.turns = turns;
    this.calls = calls;
    this.config = config;
    this.allowed = models.plain(config.models().orElse(Set.of()));
  }

  /** Within a conversation, of which the model is told. Fails before the first event, or never. */
  public Multi<ChatEvent> ask(Chatter who, UUID conversation, Question question) {
    return turns
        .begin(who, conversation, found -> answerTo(who, found, question), question.content())
        .map(begun -> turn(who, begun, question))
        .onItem()
        .transformToMulti(this::answer);
  }

  /** Of which nothing is kept. */
  public Multi<ChatEvent> play(Chatter who, String orgId, Settings settings, Question question) {
    Question whole = question.within(settings);
    HeldKey key = who.key(orgId, allowed);
    String model = model(key.key(), whole);
    Message answer = Message.answer(Optional.empty(), model, now());
    List<Prompt.Turn> prompt = List.of(new Prompt.Turn("user", question.content()));
    return answer(
        new Turn(
            Optional.empty(),
            answer,
            key,
            dialect(model),
            prompt(model, settings, whole, prompt),
            question.labels(),
            Keeping.NOWHERE));
  }

  /** Models that may be written to in the org. */
  public List<Offer> offers(Chatter who, String orgId) {
    return models.offered(who.key(orgId, allowed).key(), config.models().orElse(Set.of()));
  }

  /** The model of who names none. */
  public Optional<String> defaultModel(List<Offer> offers) {
    return config.defaultModel().or(() -> offers.stream().findFirst().map(Offer::id));
  }

  private Message answerTo(Chatter who, Conversation conversation, Question question) {
    CallKey key = who.key(conversation.orgId(), allowed).key();
    String model = model(key, question.within(conversation.settings()));
    dialect(model);
    return Message.answer(Optional.of(conversation.id()), model, now());
  }

  /** As exact as it is kept. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private String model(CallKey key, Question question) {
    return question
        .model()
        .or(() -> defaultModel(models.offered(key, config.models().orElse(Set.of()))))
        .orElseThrow(() -> ApiException.invalidField("model", "must name a model: none is set."));
  }

  private Dialect dialect(String model) {
    return models
        .dialect(model)
        .orElseThrow(
            () ->
                ApiException.invalidField(
                    "model", "must be one that an upstream takes, and that can be chatted with."));
  }

  private Turn turn(Chatter who, Begun begun, Question question) {
    Conversation conversation = begun.conversation();
    String model = begun.answer().model().orElseThrow();
    Question whole = question.within(conversation.settings());
    List<Prompt.Turn> told = new ArrayList<>(begun.history());
    told.add(new Prompt.Turn("user", question.content()));
    return new Turn(
        Optional.of(begun.question()),
        begun.answer(),
        who.key(conversation.orgId(), allowed),
        dialect(model),
        prompt(model, conversation.settings(), whole, told),
        question.labels(),
        turns.keeping(conversation.orgId()));
  }

  private static Prompt prompt(
      String model, Settings settings, Question question, List<Prompt.Turn> turns) {
    return new Prompt(
        model,
        settings.systemPrompt(),
        turns,
        question.temperature(),
        question.topP(),
        question.maxTokens());
  }

  /** The call is made when somebody listens. */
  private Multi<ChatEvent> answer(Turn turn) {
    return Multi.createFrom()
        .emitter(
            reader ->
                new RunningAnswer(vertx, turn, config.maxAnswerCharacters(), reader).begin(calls),
            BackPressureStrategy.BUFFER);
  }
}
