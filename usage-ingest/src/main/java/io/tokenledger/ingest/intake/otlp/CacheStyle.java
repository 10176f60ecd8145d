package io.tokenledger.ingest.intake.otlp;

import io.tokenledger.events.provider.tally.Origin;
import io.tokenledger.ingest.intake.otlp.export.ExportedSpan;
import io.tokenledger.ingest.intake.otlp.export.Names;
import java.util.Locale;

/**
 * Whether the cached tokens are in a span's input. The conventions since 1.40 want them in it, and
 * say nothing before; what each instrumentation does was read in its source.
 */
enum CacheStyle {
  /** The input holds what was read from the cache and written to it. */
  WITHIN,
  /** They stand beside the input, and are told. */
  BESIDE,
  /** The input leaves them out, and nothing tells how many there were. */
  UNTOLD;

  private static final String OPENLIT = "openlit";
  private static final String OPENLIT_JS = "@openlit/";
  private static final String SPRING_BOOT = "org.springframework.boot";
  private static final String QUARKUS = "io.quarkus.opentelemetry";
  private static final String VERCEL = "ai";

  /** Begin the scopes of those who take Bedrock's counts as they are. */
  private static final String[] OF_BEDROCK = {
    "opentelemetry.instrumentation.bedrock",
    "@traceloop/instrumentation-bedrock",
    "openinference.instrumentation.bedrock",
    "@arizeai/openinference-instrumentation-bedrock"
  };

  /**
   * @param origin of the call: the APIs that serve Claude leave the cache out
   */
  static CacheStyle of(ExportedSpan span, Origin origin) {
    if (!origin.excludesCache()) {
      return WITHIN;
    }
    String scope = span.scope().name().toLowerCase(Locale.ROOT);
    if (scope.equals(QUARKUS)) {
      return UNTOLD;
    }
    return scope.startsWith(OPENLIT)
            || scope.startsWith(OPENLIT_JS)
            || scope.equals(SPRING_BOOT)
            || isVercelBefore6(scope, span)
            || isOfBedrock(scope)
        ? BESIDE
        : WITHIN;
  }

  /** Version 6 tells the parts of the input, and has them in it. */
  private static boolean isVercelBefore6(String scope, ExportedSpan span) {
    return scope.equals(VERCEL) && !span.attributes().has(Names.VERCEL_6);
  }

  private static boolean isOfBedrock(String scope) {
    for (String each : OF_BEDROCK) {
      if (scope.startsWith(each)) {
        return true;
      }
    }
    return false;
  }
}
