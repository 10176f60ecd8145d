package io.tokenledger.ingest;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.tokenledger.service.testing.ScheduleRules;
import io.tokenledger.service.testing.ServiceRules;
import io.tokenledger.service.testing.SubjectEdges;

@AnalyzeClasses(
    packages = "io.tokenledger.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ServiceRules.class);

  @ArchTest
  static final ArchRule SUBJECTS_KNOW_ONLY_THESE =
      SubjectEdges.of(
          "io.tokenledger.ingest",
          "adjustments -> flow, kafka",
          "deadletters -> flow, kafka",
          "intake -> flow",
          "kafka -> flow, intake, metrics",
          "postgres -> flow, kafka, intake",
          "pricebook -> flow",
          "repricing -> flow, adjustments",
          "retention -> flow, postgres",
          "revisions -> flow, postgres, adjustments");

  @ArchTest static final ArchTests SCHEDULES = ArchTests.in(ScheduleRules.class);
}
