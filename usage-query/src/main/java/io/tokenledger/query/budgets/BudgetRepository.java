package io.tokenledger.query.budgets;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The budgets of orgs. */
@ApplicationScoped
class BudgetRepository implements PanacheRepositoryBase<BudgetRow, String> {}
