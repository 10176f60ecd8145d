package io.tokenledger.pricing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Pricing is pure: no container, no files, no network, no binary floating point. */
@AnalyzeClasses(packages = "io.tokenledger.pricing", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule DEPENDS_ON_EVENTS_AND_JSON_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.math",
              "java.time..",
              "java.util..",
              "java.nio.charset",
              "java.io",
              "com.fasterxml.jackson..",
              "io.tokenledger.events",
              "io.tokenledger.pricing..");

  @ArchTest
  static final ArchRule ONLY_THE_BUNDLED_LIST_IS_READ =
      noClasses()
          .that()
          .doNotHaveSimpleName("BundledPriceList")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File|Input|Output|Reader|Writer|Random).*");

  @ArchTest
  static final ArchRule NO_BINARY_FLOATING_POINT =
      noClasses()
          .should()
          .callMethodWhere(
              com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                  com.tngtech.archunit.core.domain.properties.HasReturnType.Predicates
                      .rawReturnType("double")));

  /** The documents and the arithmetic know the book, which knows neither. */
  @ArchTest
  static final ArchRule PACKAGES_KNOW_ONE_ANOTHER_ONE_WAY =
      slices().matching("io.tokenledger.(pricing..)").should().beFreeOfCycles();
}
