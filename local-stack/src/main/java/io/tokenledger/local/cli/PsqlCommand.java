package io.tokenledger.local.cli;

import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A SQL shell on the ledger's database, as its superuser. */
@Command(name = "psql", description = "SQL shell; prints the URLs where no psql is installed.")
final class PsqlCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Parameters(paramLabel = "ARGS", description = "For psql; put -- before them.")
  private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    LedgerAccess access = data.accessTo(Component.POSTGRES);
    List<String> command = new ArrayList<>(List.of("psql", access.psqlUrlWithoutPassword()));
    command.addAll(arguments);
    try {
      ProcessBuilder psql = new ProcessBuilder(command).inheritIO();
      psql.environment().put("PGPASSWORD", access.superuserPassword());
      return psql.start().waitFor();
    } catch (IOException psqlIsNotInstalled) {
      System.out.println("psql is not installed; connect another client:");
      System.out.println("  " + access.psqlUrl());
      System.out.println("  " + access.jdbcUrl());
      return 0;
    }
  }
}
