package io.tokenledger.query.export;

import io.tokenledger.events.Money;
import io.tokenledger.events.TokenClass;
import io.tokenledger.query.currency.ExchangeRate;
import io.tokenledger.query.sums.DailyUsage;
import io.tokenledger.query.sums.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The cost of each day, provider, model and feature as a FOCUS 1.2 cost and usage data set
 * (focus.finops.org): its mandatory columns, those for consumed quantities, and ours, which begin
 * with {@code x_}. A row's four costs are the same: the ledger knows what a call cost, and no
 * discounts beside it.
 */
final class FocusLines {

  private final DateRange range;
  private final CsvLines<DailyUsage> csv;

  /**
   * @param range whose zone's days are the charge periods, and months the billing periods
   * @param rate of the currency that was asked for; the columns of the standard stay in dollars,
   *     which is what providers bill
   */
  FocusLines(DateRange range, Optional<ExchangeRate> rate) {
    this.range = range;
    this.csv =
        new CsvLines<>(
            Stream.of(
                    charge(),
                    periods(),
                    ours(),
                    TokenClass.ALL.stream().map(FocusLines::tokens).toList(),
                    CurrencyColumns.of(rate, "x_", FocusLines::costUsd).toList())
                .flatMap(List::stream)
                .toList());
  }

  CsvLines<DailyUsage> lines() {
    return csv;
  }

  private static List<CsvColumn<DailyUsage>> charge() {
    return List.of(
        column("BilledCost", FocusLines::costUsd),
        column("BillingAccountId", DailyUsage::orgId),
        column("BillingAccountName", DailyUsage::orgId),
        column("BillingCurrency", usage -> "USD"),
        column("ChargeCategory", usage -> "Usage"),
        column("ChargeClass", usage -> null),
        column("ChargeDescription", FocusLines::description),
        column("ChargeFrequency", usage -> "Usage-Based"),
        column("ConsumedQuantity", usage -> usage.sums().tokens().total()),
        column("ConsumedUnit", usage -> "Tokens"),
        column("ContractedCost", FocusLines::costUsd),
        column("EffectiveCost", FocusLines::costUsd),
        column("InvoiceIssuerName", DailyUsage::provider),
        column("ListCost", FocusLines::costUsd),
        column("PricingQuantity", usage -> usage.sums().tokens().total()),
        column("PricingUnit", usage -> "Tokens"),
        column("ProviderName", DailyUsage::provider),
        column("PublisherName", DailyUsage::provider),
        column("ResourceId", DailyUsage::modelName),
        column("ServiceCategory", usage -> "AI and Machine Learning"),
        column("ServiceName", DailyUsage::modelName));
  }

  private List<CsvColumn<DailyUsage>> periods() {
    return List.of(
        column("BillingPeriodEnd", usage -> startOf(month(usage).plusMonths(1))),
        column("BillingPeriodStart", usage -> startOf(month(usage))),
        column("ChargePeriodEnd", usage -> startOf(usage.date().plusDays(1))),
        column("ChargePeriodStart", usage -> startOf(usage.date())));
  }

  private static List<CsvColumn<DailyUsage>> ours() {
    return List.of(
        column("x_Feature", DailyUsage::feature),
        column("x_RequestCount", usage -> usage.sums().requestCount()),
        column("x_ErrorCount", usage -> usage.sums().errorCount()),
        column("x_UnpricedRequests", usage -> usage.sums().unpricedRequests()));
  }

  private static CsvColumn<DailyUsage> tokens(TokenClass of) {
    String field = of.field();
    String name = "x_" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    return column(name, usage -> usage.sums().tokens().count(of));
  }

  private Object startOf(LocalDate day) {
    Instant start = range.startOf(day);
    return start.toString();
  }

  private static LocalDate month(DailyUsage usage) {
    return usage.date().withDayOfMonth(1);
  }

  private static String costUsd(DailyUsage usage) {
    return Money.usdTextFromNanos(usage.sums().costNanos());
  }

  private static Object description(DailyUsage usage) {
    return "%s calls of %s at %s".formatted(usage.feature(), usage.modelName(), usage.provider());
  }

  private static CsvColumn<DailyUsage> column(String name, Function<DailyUsage, Object> value) {
    return new CsvColumn<>(name, value);
  }
}
