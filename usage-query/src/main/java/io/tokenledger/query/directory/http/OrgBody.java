package io.tokenledger.query.directory.http;

import static io.tokenledger.service.http.ApiException.invalidField;

import io.tokenledger.query.directory.OrgSettings;
import io.tokenledger.query.http.Texts;
import io.tokenledger.service.http.Input;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The settings of an org, all of them: what is absent gets its default. */
public record OrgBody(
    @Schema(description = "1 to 200 characters.", required = true, example = "Acme Inc.")
        String name,
    @Schema(description = "IANA name; default UTC.", example = "Europe/Berlin") String timeZone,
    @Schema(
            description = "What is written beside amounts, which stay US dollars; default USD.",
            example = "USD")
        String currencyLabel,
    @Schema(
            description =
                "How long the org wants its single events kept, 1 to 36500. It is kept and shown;"
                    + " events are dropped by the ledger's own retention.",
            example = "365")
        Integer retentionDays) {

  private static final int MAX_NAME = 200;
  private static final int MAX_LABEL = 8;
  private static final int MAX_DAYS = 36_500;

  OrgSettings toSettings() {
    return new OrgSettings(
        Texts.label(Input.field("name", name), MAX_NAME),
        Texts.zone(Input.field("timeZone", timeZone))
            .map(ZoneId::getId)
            .orElse(OrgSettings.DEFAULT_TIME_ZONE),
        Input.field("currencyLabel", currencyLabel)
            .given()
            .map(given -> Texts.label(given, MAX_LABEL))
            .orElse(OrgSettings.DEFAULT_CURRENCY_LABEL),
        days());
  }

  private OptionalInt days() {
    if (retentionDays == null) {
      return OptionalInt.empty();
    }
    if (retentionDays < 1 || retentionDays > MAX_DAYS) {
      throw invalidField("retentionDays", "must be a whole number from 1 to " + MAX_DAYS + ".");
    }
    return OptionalInt.of(retentionDays);
  }
}
