package io.tokenledger.query.budgets;

import io.tokenledger.events.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;

/** A row of access.budget. */
@Entity
@Table(schema = "access", name = "budget")
class BudgetRow {

  @Id
  @Column(name = "org_id")
  String orgId;

  @Column(name = "monthly_nanos", nullable = false)
  long monthlyNanos;

  static BudgetRow of(String orgId, long monthlyNanos) {
    BudgetRow row = new BudgetRow();
    row.orgId = orgId;
    row.monthlyNanos = monthlyNanos;
    return row;
  }

  /** What the audit log keeps of it. */
  Map<String, Object> toAudit() {
    return Map.of("monthlyUsd", Money.usdFromNanos(monthlyNanos).toPlainString());
  }
}
