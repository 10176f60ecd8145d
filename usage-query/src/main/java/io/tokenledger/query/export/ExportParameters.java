package io.tokenledger.query.export;

import io.tokenledger.query.sums.http.UsageParameters;
import io.tokenledger.service.http.Choices;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What an export can be asked with. */
public class ExportParameters extends UsageParameters {

  private static final Map<String, ExportFormat> FORMATS =
      Choices.of(ExportFormat.values(), ExportFormat::code);

  @QueryParam("format")
  @Parameter(
      description =
          "csv, the default, or ndjson: the single events, oldest first. focus: the cost of each"
              + " day, provider, model and feature as FOCUS 1.2 CSV.",
      example = "csv")
  String format;

  @QueryParam("bom")
  @Parameter(
      description =
          "true puts a byte order mark before CSV, by which Excel knows that it is UTF-8.",
      example = "true")
  String bom;

  boolean withByteOrderMark() {
    return format() != ExportFormat.NDJSON && Input.parameter("bom", bom).flag().orElse(false);
  }

  ExportFormat format() {
    return Input.parameter("format", format).choice(FORMATS).orElse(ExportFormat.CSV);
  }
}
