package io.tokenledger.aggregate;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.tokenledger.service.testing.ScheduleRules;
import io.tokenledger.service.testing.ServiceRules;
import io.tokenledger.service.testing.SubjectEdges;

@AnalyzeClasses(
    packages = "io.tokenledger.aggregate",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ServiceRules.class);

  @ArchTest
  static final ArchRule SUBJECTS_KNOW_ONLY_THESE =
      SubjectEdges.of(
          "io.tokenledger.aggregate",
          "kafka -> flow",
          "postgres -> flow",
          "hours -> postgres",
          "reconcile -> hours, postgres");

  @ArchTest static final ArchTests SCHEDULES = ArchTests.in(ScheduleRules.class);
}
