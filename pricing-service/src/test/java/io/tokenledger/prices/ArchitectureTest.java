package io.tokenledger.prices;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The domain at the root; adapters depend on it and never on one another. */
@AnalyzeClasses(packages = "io.tokenledger.prices", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule THE_ROOT_KNOWS_NO_ADAPTER =
      noClasses()
          .that()
          .resideInAPackage("io.tokenledger.prices")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tokenledger.prices.*..",
              "jakarta.ws.rs..",
              "jakarta.persistence..",
              "org.apache.kafka..",
              "io.smallrye.reactive.messaging..");

  @ArchTest
  static final ArchRule ADAPTERS_DO_NOT_KNOW_ONE_ANOTHER =
      slices().matching("io.tokenledger.prices.(*)..").should().notDependOnEachOther();
}
