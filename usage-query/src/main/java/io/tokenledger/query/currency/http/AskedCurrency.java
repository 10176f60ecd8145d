package io.tokenledger.query.currency.http;

import io.tokenledger.query.currency.ExchangeRate;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The rate by which this request wants its amounts, found before the report is made. */
@RequestScoped
class AskedCurrency {

  private Optional<ExchangeRate> rate = Optional.empty();

  /** Absent when the report is wanted as the ledger has it. */
  Optional<ExchangeRate> rate() {
    return rate;
  }

  void set(ExchangeRate found) {
    rate = Optional.of(found);
  }
}
