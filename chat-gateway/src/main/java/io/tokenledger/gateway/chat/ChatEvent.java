package io.tokenledger.gateway.chat;

import io.tokenledger.service.http.ApiException;
import java.util.Optional;

/** What happens while a model answers, in this order. */
public sealed interface ChatEvent {

  /**
   * The model answers.
   *
   * @param question empty in the playground
   */
  record Started(Optional<Message> question, Message answer) implements ChatEvent {}

  /** Some more of the answer. */
  record Delta(String text) implements ChatEvent {}

  /** Its tokens, once, where the provider tells them. */
  record Used(AnswerUsage usage) implements ChatEvent {}

  /** Nothing came for a while; the call is open still. */
  record Silent() implements ChatEvent {}

  /** The answer is whole, and kept. */
  record Done(Message answer) implements ChatEvent {}

  /** It ended before it was whole; what came is kept. */
  record Broken(ApiException why, Message answer) implements ChatEvent {}
}
