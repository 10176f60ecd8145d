package io.tokenledger.ingest.intake.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.Origin;
import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import io.tokenledger.events.provider.tally.UsageTally;
import io.tokenledger.ingest.intake.otlp.export.ExportedSpan;
import io.tokenledger.ingest.intake.otlp.export.Names;
import io.tokenledger.ingest.intake.otlp.export.SpanAttributes;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads the tokens of a span that is a call of a model. Pure. */
final class SpanUsage {

  private static final BigDecimal MAX = BigDecimal.valueOf(UsageLimits.MAX_TOKENS);

  /** Micrometer writes every attribute as a text. */
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,11}(\\.0+)?");

  private final SpanAttributes attributes;

  private SpanUsage(SpanAttributes attributes) {
    this.attributes = attributes;
  }

  /**
   * @throws InvalidEventException when a count is none; it names the attribute
   */
  static NormalizedUsage of(ExportedSpan span, SpanRole role, Origin origin) {
    SpanUsage usage = new SpanUsage(span.attributes());
    UsageTally tally = new UsageTally();
    if (role == SpanRole.EMBEDDING) {
      usage.embedding(span, tally);
    } else if (role == SpanRole.RERANK) {
      usage.generation(span, origin, tally);
      tally.unit("requests", 1);
    } else {
      usage.generation(span, origin, tally);
      doubtSilence(usage.tellsGeneration(), span, tally);
    }
    try {
      return tally.settle();
    } catch (UnknownUsageShapeException e) {
      throw new InvalidEventException(RejectionCode.INVALID_FIELD, e.getMessage());
    }
  }

  private void embedding(ExportedSpan span, UsageTally tally) {
    Names total = attributes.has(Names.INPUT) ? Names.INPUT : Names.TOTAL;
    tally.embedding(countOrZero(total));
    doubtSilence(attributes.has(total), span, tally);
  }

  private void generation(ExportedSpan span, Origin origin, UsageTally tally) {
    long read = countOrZero(Names.CACHE_READ);
    long written = countOrZero(Names.CACHE_WRITE);
    CacheStyle style = CacheStyle.of(span, origin);
    long input = countOrZero(Names.INPUT);
    boolean beside = style == CacheStyle.BESIDE || read + written > input;
    tally
        .input(beside ? input + read + written : input)
        .output(countOrZero(Names.OUTPUT))
        .cache(read, new CacheWrites(written, 0))
        .part(TokenClass.AUDIO_INPUT, countOrZero(Names.AUDIO_INPUT))
        .part(TokenClass.REASONING, countOrZero(Names.REASONING))
        .part(TokenClass.AUDIO_OUTPUT, countOrZero(Names.AUDIO_OUTPUT));
    if (style == CacheStyle.UNTOLD) {
      tally.doubt("the input leaves out the cache, which is not told");
    }
  }

  private boolean tellsGeneration() {
    return attributes.has(Names.INPUT) || attributes.has(Names.OUTPUT);
  }

  /** A call that failed may well have used nothing; one that succeeded has used what is unknown. */
  private static void doubtSilence(boolean told, ExportedSpan span, UsageTally tally) {
    if (!told && !span.failed()) {
      tally.doubt("no count of tokens");
    }
  }

  private long countOrZero(Names names) {
    return count(names).orElse(0);
  }

  private OptionalLong count(Names names) {
    return attributes
        .find(names)
        .map(each -> OptionalLong.of(count(each)))
        .orElse(OptionalLong.empty());
  }

  private static long count(Map.Entry<String, JsonNode> attribute) {
    BigDecimal number = number(attribute.getValue());
    if (number.signum() < 0
        || number.compareTo(MAX) > 0
        || number.stripTrailingZeros().scale() > 0) {
      throw InvalidEventException.invalid(
          attribute.getKey(), "must be a whole number from 0 to " + MAX);
    }
    return number.longValueExact();
  }

  private static BigDecimal number(JsonNode value) {
    if (value.isTextual()) {
      String text = value.textValue().strip();
      return WHOLE.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ONE.negate();
    }
    return value.isNumber() ? value.decimalValue() : BigDecimal.ONE.negate();
  }
}
