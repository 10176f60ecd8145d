package io.tokenledger.query.gauges;

import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.support.GoldenSql;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpentSqlTest {

  @Test
  void aMonthOfEachZone() {
    GoldenSql.assertKept(
        "spent-of-budgets", SpentSql.read(List.of(march("UTC"), march("Asia/Kolkata")), 100));
  }

  private static DateRange march(String zone) {
    return DateRange.ofMonth(YearMonth.of(2026, 3), ZoneId.of(zone));
  }
}
