package io.tokenledger.query.currency.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.tokenledger.query.currency.ExchangeRate;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Adds converted amounts to an answer while it is written. Every report tells dollars by the same
 * two fields, so that what stands beside them can be added to all reports alike; the dollars stay.
 */
final class ConvertedCosts extends JsonGeneratorDelegate {

  /** Beside each amount of dollars. */
  static final String COST = "cost";

  /** What the amounts are in, at the root of the answer. */
  static final String CURRENCY = "currency";

  /** Exact; where an answer has it, the cost is made of it. */
  static final String USD = "costUsd";

  static final String MICROS = "estimatedCostMicros";

  /** What caching saved has dollars of its own. */
  static final String CACHE_SAVED = "cacheSaved";

  private static final String SAVED_USD = "usd";

  private static final int MICRO_DECIMALS = 6;

  private final ExchangeRate rate;
  private final SerializerProvider values;

  /** Of the objects that are being written, the innermost first. */
  private final Deque<Amounts> open = new ArrayDeque<>();

  ConvertedCosts(JsonGenerator json, SerializerProvider values, ExchangeRate rate) {
    super(json, false);
    this.values = values;
    this.rate = rate;
  }

  @Override
  public void writeStartObject() throws IOException {
    begin();
    super.writeStartObject();
  }

  @Override
  public void writeStartObject(Object value) throws IOException {
    begin();
    super.writeStartObject(value);
  }

  @Override
  public void writeStartObject(Object value, int fields) throws IOException {
    begin();
    super.writeStartObject(value, fields);
  }

  private void begin() {
    open.push(new Amounts(CACHE_SAVED.equals(field())));
  }

  private String field() {
    return getOutputContext().getCurrentName();
  }

  @Override
  public void writeNumber(long value) throws IOException {
    if (MICROS.equals(field())) {
      open.element().micros = BigDecimal.valueOf(value, MICRO_DECIMALS);
    }
    super.writeNumber(value);
  }

  @Override
  public void writeString(String value) throws IOException {
    Amounts amounts = open.peek();
    if (amounts != null && (amounts.isSaved ? SAVED_USD : USD).equals(field())) {
      amounts.usd = new BigDecimal(value);
    }
    super.writeString(value);
  }

  @Override
  public void writeEndObject() throws IOException {
    BigDecimal usd = open.pop().inDollars();
    if (usd != null) {
      writeStringField(COST, rate.convert(usd));
    }
    if (open.isEmpty()) {
      writeFieldName(CURRENCY);
      values.defaultSerializeValue(CurrencyAnswer.of(rate), delegate);
    }
    super.writeEndObject();
  }

  /** What an object tells in dollars; null for what it does not tell. */
  private static final class Amounts {

    private final boolean isSaved;
    private BigDecimal micros;
    private BigDecimal usd;

    private Amounts(boolean isSaved) {
      this.isSaved = isSaved;
    }

    private BigDecimal inDollars() {
      boolean exact = usd != null && (isSaved || micros != null);
      return exact ? usd : micros;
    }
  }
}
