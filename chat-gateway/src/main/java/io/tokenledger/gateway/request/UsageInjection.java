package io.tokenledger.gateway.request;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Changes a body by splices: whatever is not asked to change stays the same to the byte, for
 * prompts are cached by their bytes, and fields that we do not know are none of our business.
 */
public final class UsageInjection {

  private static final String FIELD = "\"include_usage\":true";
  private static final String OBJECT = "{" + FIELD + "}";

  /** Bytes that a splice puts in place of others. */
  private record Splice(int from, int to, byte[] bytes) {

    static final Splice NONE = new Splice(0, 0, new byte[0]);

    static Splice of(int from, int to, String text) {
      return new Splice(from, to, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private UsageInjection() {}

  /**
   * Whether usage is to be asked for: in a stream of OpenAI's chat whose client did not ask for it
   * itself. One that does not want it is not shown it, and is counted all the same. The responses
   * API has no such field and always reports.
   */
  public static boolean applies(Target target, Asked asked) {
    boolean said =
        asked.includeUsage() == IncludeUsage.TRUE || asked.includeUsage() == IncludeUsage.INVALID;
    return (target.api() == Api.OPENAI || target.api() == Api.AZURE)
        && (target.operation() == Operation.CHAT || target.operation() == Operation.COMPLETION)
        && asked.readable()
        && asked.stream()
        && !said;
  }

  /** The body with {@code include_usage: true}. Only where it {@link #applies}. */
  public static byte[] withUsage(byte[] body, Asked asked) {
    return changed(body, asked, Optional.empty(), true);
  }

  /** The body with another model; as it is where it names none. */
  public static byte[] withModel(byte[] body, Asked asked, String model) {
    return changed(body, asked, Optional.of(model), false);
  }

  /**
   * Both changes in one copy, for the places of one reading do not fit a body that was changed.
   *
   * @param model empty: it stays
   */
  public static byte[] changed(
      byte[] body, Asked asked, Optional<String> model, boolean withUsage) {
    Places places = asked.places();
    Splice named = model.map(name -> model(places, name)).orElse(Splice.NONE);
    Splice counted = withUsage && asked.readable() ? usage(places) : Splice.NONE;
    boolean modelFirst = named.from() <= counted.from();
    Splice first = modelFirst ? named : counted;
    Splice second = modelFirst ? counted : named;
    int length = body.length + grown(first) + grown(second);
    ByteArrayOutputStream changed = new ByteArrayOutputStream(length);
    changed.write(body, 0, first.from());
    changed.writeBytes(first.bytes());
    changed.write(body, first.to(), second.from() - first.to());
    changed.writeBytes(second.bytes());
    changed.write(body, second.to(), body.length - second.to());
    return changed.toByteArray();
  }

  private static int grown(Splice splice) {
    return splice.bytes().length - (splice.to() - splice.from());
  }

  private static Splice model(Places places, String model) {
    if (places.model() < 0) {
      return Splice.NONE;
    }
    String quoted = '"' + new String(JsonStringEncoder.getInstance().quoteAsString(model)) + '"';
    return Splice.of(places.model(), places.modelEnd(), quoted);
  }

  private static Splice usage(Places places) {
    if (places.unasked() >= 0) {
      String asked = places.options() < 0 ? OBJECT : "true";
      return Splice.of(places.unasked(), places.unaskedEnd(), asked);
    }
    if (places.options() >= 0) {
      String field = places.bareOptions() ? FIELD : FIELD + ",";
      return Splice.of(places.options(), places.options(), field);
    }
    String field = "\"stream_options\":" + OBJECT + (places.bare() ? "" : ",");
    return Splice.of(places.fields(), places.fields(), field);
  }
}
