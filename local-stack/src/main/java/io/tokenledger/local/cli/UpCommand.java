package io.tokenledger.local.cli;

import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.LocalStack;
import io.tokenledger.local.Ports;
import io.tokenledger.local.StackOptions;
import io.tokenledger.local.demo.DemoSignIn;
import io.tokenledger.local.demo.DemoTraffic;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the stack and keeps it running. */
@Command(name = "up", description = "Starts Kafka, PostgreSQL and the services.")
final class UpCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Option(names = "--port-base", paramLabel = "N", description = "The first port; default 8080.")
  private int portBase = Ports.DEFAULT_BASE;

  @Option(names = "--no-demo", description = "No demo orgs, no demo traffic.")
  private boolean withoutDemo;

  @Option(names = "--detach", description = "Return when all is ready; it runs on.")
  private boolean detach;

  /** How {@code --detach} starts the process that stays. */
  @Option(names = "--in-background", hidden = true)
  private boolean inBackground;

  @Override
  public Integer call() throws Exception {
    StackOptions options = options();
    if (!detach) {
      return runHere(options);
    }
    int exitCode = new BackgroundStart(options, withoutDemo).run();
    if (exitCode == 0) {
      welcome(options);
    }
    return exitCode;
  }

  private StackOptions options() {
    StackOptions options = new StackOptions(data.directory(), new Ports(portBase));
    if (!withoutDemo) {
      for (Map.Entry<String, String> each : DemoSignIn.environment().entrySet()) {
        options = options.withEnvironment(each.getKey(), each.getValue());
      }
    }
    return options;
  }

  private int runHere(StackOptions options) throws Exception {
    Screen screen = new Screen(options.data().create().log("supervisor"));
    LocalStack stack = new LocalStack(options, screen);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, screen), "stop"));
    DemoSignIn.put(options.data(), !withoutDemo);
    stack.start();
    if (!withoutDemo) {
      DemoTraffic.start(stack.access(), options.data().demoHistory(), screen);
    }
    if (!inBackground) {
      welcome(options);
    }
    new CountDownLatch(1).await();
    return 0;
  }

  private void welcome(StackOptions options) {
    LedgerAccess access = new LedgerAccess(options.data(), options.ports());
    System.out.println(new Welcome(access, options.data(), !withoutDemo).text());
  }

  private static void stop(LocalStack stack, Screen screen) {
    if (!stack.isStarted()) {
      return;
    }
    screen.say("Stopping ...");
    stack.close();
    screen.say("Stopped. The data is kept; ./tokenledger up goes on with it.");
  }
}
