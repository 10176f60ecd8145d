package io.tokenledger.gateway.request;

import java.util.Locale;

/** What a call does, whatever the API names it. */
public enum Operation {
  CHAT,
  COMPLETION,
  /** OpenAI's responses, compacted ones included. */
  RESPONSE,
  /** A read of a stored or pending response of OpenAI. */
  RESPONSE_READ,
  RESPONSE_CANCEL,
  RESPONSE_DELETE,
  EMBEDDING,
  RERANK,
  IMAGE,
  TRANSCRIPTION,
  SPEECH,
  OCR,
  VIDEO,
  MODERATION,
  MODELS,
  TOKEN_COUNT,
  BATCH,
  REALTIME,
  OTHER;

  /** Whether a body may be a form, with files in it. */
  public boolean takesForms() {
    return this == IMAGE || this == TRANSCRIPTION || this == VIDEO;
  }

  /** As metadata and metrics name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
