package io.tokenledger.gateway.request;

/**
 * Offsets into a body, in bytes; -1 where there is no such place.
 *
 * @param afterOpening behind the brace that opens the body
 * @param empty whether the body has no field
 * @param modelValue of the last model's value, its quotes included
 * @param modelEnd behind it
 * @param optionsValue of the value of the last {@code stream_options}
 * @param optionsEnd behind it
 * @param optionsEmpty whether those options are an object without a field
 */
record Places(
    int afterOpening,
    boolean empty,
    int modelValue,
    int modelEnd,
    int optionsValue,
    int optionsEnd,
    boolean optionsEmpty) {

  static final Places NONE = new Places(-1, true, -1, -1, -1, -1, true);
}
