package io.tokenledger.gateway.request;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the body of a call asks for, as far as the gateway needs it. Of a field that stands there
 * twice the last one counts, as with most servers; a stream is expected if one of them asks for it.
 *
 * @param readable whether the body is one JSON object from its first byte to its last, and spells
 *     what decides where it goes as all servers do; else the rest tells only what was read of it
 * @param model of the path where that names one, for it is the one served; else of the body; empty
 *     when neither names one
 * @param modelRepeated whether the body names different models: which one is served is then the
 *     upstream's choice
 * @param stream whether a stream is asked for; how the answer is read does not depend on it
 * @param background whether the body asks, anywhere, to be answered later: with another method, or
 *     by a webhook
 * @param stored false only where the body says {@code store: false}
 * @param maxOutputTokens the most that each answer may have; empty when the body sets no bound
 * @param choices how many answers are asked for, at least 1
 * @param identity what the body says of who asks and in which conversation
 * @param units what is billed by other than tokens, by unit of the event: {@code characters} of
 *     speech, {@code images}, {@code videoSeconds}
 * @param input the text of the prompt, tools and instructions included, pictures left out
 * @param places where the body can be spliced
 */
public record Asked(
    boolean readable,
    Optional<String> model,
    boolean modelRepeated,
    boolean stream,
    IncludeUsage includeUsage,
    boolean background,
    boolean stored,
    OptionalLong maxOutputTokens,
    int choices,
    Optional<String> serviceTier,
    BodyIdentity identity,
    Map<String, Long> units,
    TextSample input,
    Places places) {

  /** Of a body of JSON, or of none. */
  public static Asked of(Target target, byte[] body) {
    return new BodyReader(target, body).read();
  }

  /**
   * Of a form, whose files may be larger than what is kept of it. It is never readable, so that it
   * goes upstream as it is.
   *
   * @param contentType with its boundary
   * @param beginning the first bytes of the body; the fields that come later are not known
   */
  public static Asked ofForm(Target target, String contentType, byte[] beginning) {
    return FormReader.read(target, contentType, beginning);
  }
}
