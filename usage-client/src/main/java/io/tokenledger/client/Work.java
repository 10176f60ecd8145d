package io.tokenledger.client;

/**
 * A call of a model.
 *
 * @param <T> what it gives
 * @param <E> what it may throw; nothing checked where the compiler finds none
 */
@FunctionalInterface
public interface Work<T, E extends Exception> {

  T run() throws E;
}
