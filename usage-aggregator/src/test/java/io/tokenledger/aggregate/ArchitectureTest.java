package io.tokenledger.aggregate;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.tokenledger.service.testing.ScheduleRules;
import io.tokenledger.service.testing.ServiceRules;

@AnalyzeClasses(
    packages = "io.tokenledger.aggregate",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ServiceRules.class);

  @ArchTest static final ArchTests SCHEDULES = ArchTests.in(ScheduleRules.class);
}
