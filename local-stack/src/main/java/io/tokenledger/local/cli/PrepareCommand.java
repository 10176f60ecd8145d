package io.tokenledger.local.cli;

import io.tokenledger.local.ClassArchives;
import io.tokenledger.local.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What a build is followed by, so that the stack starts quickly. */
@Command(name = "prepare", hidden = true)
final class PrepareCommand implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    new ClassArchives(Installation.current()).make();
    return 0;
  }
}
