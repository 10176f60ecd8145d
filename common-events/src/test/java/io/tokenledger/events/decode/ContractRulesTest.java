package io.tokenledger.events.decode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The contract is pure: every service and any client can use it, and a test needs nothing else. */
@AnalyzeClasses(packages = "io.tokenledger.events", importOptions = DoNotIncludeTests.class)
class ContractRulesTest {

  private static final DescribedPredicate<JavaClass> FLOATING_POINT =
      DescribedPredicate.describe(
          "double or float",
          type -> type.isEquivalentTo(double.class) || type.isEquivalentTo(float.class));

  @ArchTest
  static final ArchRule dependsOnJacksonAndProtobufAndJavaOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.tokenledger.events..",
              "com.fasterxml.jackson..",
              "com.google.protobuf..",
              "java..");

  /** Everybody else sees the records. */
  @ArchTest
  static final ArchRule theGeneratedMessagesStayInTheCodec =
      classes()
          .that()
          .resideInAPackage("..recorded.wire..")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAPackage("..events.recorded..");

  @ArchTest
  static final ArchRule reachesNothingOutside =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.nio.file..", "java.sql..", "java.util.logging..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File|RandomAccess|Print).*");

  /** A binary fraction cannot hold 0.1 dollars. */
  @ArchTest
  static final ArchRule holdsNoFloatingPoint =
      fields().should().notHaveRawType(double.class).andShould().notHaveRawType(float.class);

  @ArchTest
  static final ArchRule answersNoFloatingPoint =
      methods()
          .should()
          .notHaveRawReturnType(FLOATING_POINT)
          .andShould()
          .notHaveRawParameterTypes(DescribedPredicate.anyElementThat(FLOATING_POINT));
}
