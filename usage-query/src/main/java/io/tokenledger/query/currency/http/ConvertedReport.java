package io.tokenledger.query.currency.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.tokenledger.query.currency.ExchangeRate;
import java.io.IOException;

/** A report as JSON with its costs in this currency, too, and the rate by which they are. */
@JsonSerialize(using = ConvertedReport.Writer.class)
public record ConvertedReport(Record report, ExchangeRate rate) {

  static final class Writer extends JsonSerializer<ConvertedReport> {

    @Override
    public void serialize(ConvertedReport value, JsonGenerator json, SerializerProvider values)
        throws IOException {
      values.defaultSerializeValue(value.report(), new ConvertedCosts(json, values, value.rate()));
    }
  }
}
