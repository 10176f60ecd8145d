package io.tokenledger.prices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.tokenledger.service.testing.ScheduleRules;
import io.tokenledger.service.testing.ServiceRules;
import io.tokenledger.service.testing.SubjectEdges;

@AnalyzeClasses(packages = "io.tokenledger.prices", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests SERVICE_RULES = ArchTests.in(ServiceRules.class);

  @ArchTest
  static final ArchRule SUBJECTS_KNOW_ONLY_THESE =
      SubjectEdges.of(
          "io.tokenledger.prices",
          "changes -> http, postgres",
          "costs -> http",
          "factors -> flow, http",
          "http -> flow",
          "kafka -> flow",
          "postgres -> flow",
          "resolve -> flow, http",
          "sync -> flow, http, postgres");

  @ArchTest static final ArchTests SCHEDULES = ArchTests.in(ScheduleRules.class);
}
