package io.tokenledger.gateway.accounting;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import io.tokenledger.gateway.request.TextSample;
import java.util.List;
import java.util.Locale;

/**
 * Counts the tokens of the sample as OpenAI's models do, and takes the rest of the text to be like
 * it. The first count of an encoding takes about a second and 50 MB for its table; each takes
 * milliseconds: never on an event loop.
 */
final class CountedTokens implements TokenEstimate {

  /**
   * Models before gpt-4o (github.com/openai/tiktoken, model.py). What is not known, and what other
   * providers have, is counted by the newest encoding: no better one is public.
   */
  private static final List<String> CL100K =
      List.of("gpt-4-", "gpt-3.5", "gpt-35", "text-embedding-3", "text-embedding-ada");

  private final EncodingRegistry encodings = Encodings.newLazyEncodingRegistry();

  @Override
  public long tokens(String model, TextSample text) {
    if (text.sample().isEmpty()) {
      return BY_LENGTH.tokens(model, text);
    }
    long counted = encoding(model).countTokensOrdinary(text.sample());
    long length = text.sample().length();
    return (counted * text.characters() + length - 1) / length;
  }

  private Encoding encoding(String model) {
    return encodings.getEncoding(encodingType(model));
  }

  static EncodingType encodingType(String model) {
    String name = model.toLowerCase(Locale.ROOT);
    boolean old = name.equals("gpt-4") || CL100K.stream().anyMatch(name::startsWith);
    return old ? EncodingType.CL100K_BASE : EncodingType.O200K_BASE;
  }
}
