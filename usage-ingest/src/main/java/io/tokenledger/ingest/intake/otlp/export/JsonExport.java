package io.tokenledger.ingest.intake.otlp.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.ingest.intake.otlp.export.ExportedSpan.Scope;
import java.io.IOException;

/**
 * Reads an export in the JSON of OTLP, which is not that of protobuf: ids are hexadecimal, enums
 * are numbers.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP</a>
 */
public final class JsonExport {

  private static final int MAX_DEPTH = 200;

  /** Of a prompt or an answer that is passed over: as long as the body. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(UsageLimits.MAX_NUMBER_LENGTH)
                  .maxNameLength(UsageLimits.MAX_NAME_LENGTH)
                  .build())
          .build();

  private final TraceExport export = new TraceExport();

  private JsonExport() {}

  /**
   * @throws InvalidExportException when it is no export, or too large a one
   */
  public static TraceExport read(byte[] body) {
    JsonExport reader = new JsonExport();
    try (JsonParser in = FACTORY.createParser(body)) {
      if (in.nextToken() != null) {
        JsonFields.object(in, reader::request);
        JsonFields.requireEnd(in);
      }
    } catch (JsonProcessingException e) {
      throw InvalidExportException.malformed("The body is not well-formed JSON" + where(e) + ".");
    } catch (IOException e) {
      throw InvalidExportException.malformed("The body is not JSON in UTF-8.");
    }
    return reader.export;
  }

  private boolean request(String field, JsonParser in) throws IOException {
    return field.equals("resourceSpans") && JsonFields.objects(in, this::resourceSpans);
  }

  private boolean resourceSpans(String field, JsonParser in) throws IOException {
    if (!field.equals("scopeSpans")) {
      return false;
    }
    return JsonFields.each(in, this::scopeSpans);
  }

  private void scopeSpans(JsonParser in) throws IOException {
    Scope[] scope = {Scope.UNKNOWN};
    JsonFields.object(
        in,
        (field, at) -> {
          if (field.equals("scope")) {
            scope[0] = scope(at);
          } else if (field.equals("spans")) {
            JsonFields.each(at, span -> export.add(JsonSpan.read(span)));
          } else {
            return false;
          }
          return true;
        });
    export.endScope(scope[0]);
  }

  private static Scope scope(JsonParser in) throws IOException {
    String[] texts = {"", ""};
    JsonFields.object(
        in,
        (field, at) -> {
          if (field.equals("name")) {
            texts[0] = JsonFields.text(at);
          } else if (field.equals("version")) {
            texts[1] = JsonFields.text(at);
          } else {
            return false;
          }
          return true;
        });
    return new Scope(texts[0], texts[1]);
  }

  /** Says where, without repeating the body, which may hold a prompt. */
  private static String where(JsonProcessingException failure) {
    JsonLocation at = failure.getLocation();
    return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }
}
