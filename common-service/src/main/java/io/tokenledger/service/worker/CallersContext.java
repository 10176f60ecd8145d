package io.tokenledger.service.worker;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/**
 * Where a request's own steps run, one after the other. What was done elsewhere comes back to it:
 * two threads at once in the context of one request take away the request's scope from each other.
 */
public final class CallersContext {

  private CallersContext() {}

  /** Of the thread that asks; a thread that has none goes on with whatever comes. */
  public static Executor current() {
    Context context = Vertx.currentContext();
    return context == null
        ? Runnable::run
        : command -> context.runOnContext(unused -> command.run());
  }
}
