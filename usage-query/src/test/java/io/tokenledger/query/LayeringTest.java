package io.tokenledger.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;

@AnalyzeClasses(
    packages = "io.tokenledger.query",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {

  @ArchTest
  static final ArchRule theDomainKnowsNoAdapter =
      noClasses()
          .that()
          .resideInAPackage("io.tokenledger.query")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tokenledger.query.*..", "io.vertx..", "jakarta.ws.rs..", "java.sql..");

  @ArchTest
  static final ArchRule adaptersDoNotKnowOneAnother =
      slices().matching("io.tokenledger.query.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule everyEndpointSaysWhoMayCallIt =
      methods()
          .that()
          .areAnnotatedWith(GET.class)
          .should()
          .beAnnotatedWith(PermissionsAllowed.class)
          .orShould()
          .beAnnotatedWith(Authenticated.class);

  @ArchTest
  static final ArchRule beansAreMadeByTheirConstructors =
      noFields().should().beAnnotatedWith(Inject.class);

  @ArchTest
  static final ArchRule moneyIsNeverBinaryFloatingPoint =
      noFields().should().haveRawType(double.class).orShould().haveRawType(float.class);
}
