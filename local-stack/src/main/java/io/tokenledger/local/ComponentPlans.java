package io.tokenledger.local;

import io.tokenledger.local.kafka.KafkaProcess;
import io.tokenledger.local.kafka.KafkaSettings;
import io.tokenledger.local.kafka.LedgerTopics;
import io.tokenledger.local.postgres.LedgerDatabase;
import io.tokenledger.local.postgres.PostgresCluster;
import io.tokenledger.local.process.ComponentPlan;
import io.tokenledger.local.process.Readiness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How each component of a stack is run. */
final class ComponentPlans {

  static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          // What is free is given to others: a heap begins small, and grows when there is load.
          "-Xms48m",
          // Its default has a full collection or two while a service starts.
          "-XX:MetaspaceSize=128m",
          // A start runs much code some thousand times, which is not worth the better compiler's
          // work.
          "-XX:Tier4InvocationThreshold=20000",
          "-XX:Tier4MinInvocationThreshold=3000",
          "-XX:Tier4CompileThreshold=60000",
          "-XX:Tier4BackEdgeThreshold=200000",
          // A batch lives shortly, but longer than a small young generation lasts.
          "-XX:NewRatio=1",
          "-XX:SurvivorRatio=4",
          // Else each thread that has read a large answer keeps as much memory outside of the heap.
          "-Djdk.nio.maxCachedBufferSize=262144",
          "-XX:+ExitOnOutOfMemoryError",
          "-Djava.awt.headless=true");

  private final Installation installation;
  private final ClassArchives archives;
  private final StackOptions options;
  private final LedgerAccess access;

  ComponentPlans(Installation installation, StackOptions options, LedgerAccess access) {
    this.installation = installation;
    this.archives = new ClassArchives(installation);
    this.options = options;
    this.access = access;
  }

  List<ComponentPlan> all() {
    Stream<ComponentPlan> services = Component.services().stream().map(this::service);
    return Stream.concat(Stream.of(kafka(), postgres()), services).toList();
  }

  private ComponentPlan kafka() {
    KafkaSettings settings = access.kafka(options.partitions());
    Readiness listens = Readiness.ofPort(settings.port());
    List<String> command = java(Component.KAFKA, "-Xmx512m");
    command.addAll(List.of("-cp", installation.classPath(), KafkaProcess.class.getName()));
    command.add(settings.directory().toString());
    command.add(Integer.toString(settings.port()));
    command.add(Integer.toString(settings.partitions()));
    return plan(
        Component.KAFKA,
        () -> command,
        Map.of(),
        () ->
            listens.isReady()
                && LedgerTopics.present(settings.bootstrapServers(), Readiness.TIMEOUT),
        () -> null);
  }

  private ComponentPlan postgres() {
    LedgerDatabase database = access.database();
    return plan(
        Component.POSTGRES,
        () -> PostgresCluster.prepare(access.postgres()).command(),
        Map.of(),
        database::answers,
        () -> {
          database.provision();
          return null;
        });
  }

  private ComponentPlan service(Component service) {
    List<String> command = java(service, "-Xmx" + heapMegabytes(service) + "m");
    command.addAll(List.of("-jar", installation.serviceJar(service)));
    return plan(
        service,
        () -> command,
        new ServiceEnvironment(options, access).of(service),
        Readiness.ofService(access.managementUrl(service)),
        () -> null);
  }

  private ComponentPlan plan(
      Component component,
      ComponentPlan.Step<List<String>> command,
      Map<String, String> environment,
      Readiness readiness,
      ComponentPlan.Step<Void> afterReady) {
    return new ComponentPlan(
        component,
        command,
        environment,
        readiness,
        afterReady,
        options.longestRestartWait(),
        options.data().log(component.label()));
  }

  private List<String> java(Component component, String heap) {
    List<String> command = new ArrayList<>(List.of(installation.java(), heap));
    command.addAll(JVM);
    command.addAll(archives.use(component));
    Arrays.stream(options.javaOptions(component).strip().split("\\s+"))
        .filter(option -> !option.isEmpty())
        .forEach(command::add);
    return command;
  }

  /** Two hold a few batches in memory, the gateway the bodies of calls. */
  private static int heapMegabytes(Component service) {
    return switch (service) {
      case USAGE_INGEST, USAGE_AGGREGATOR, CHAT_GATEWAY -> 256;
      default -> 192;
    };
  }
}
