package io.tokenledger.gateway.request;

/**
 * Offsets into a body, in bytes; -1 where there is no such place.
 *
 * @param fields where the fields of the body begin, behind its brace
 * @param bare whether it has none
 * @param model where the value of the last model begins, with its quote
 * @param modelEnd behind it
 * @param options where the fields of the last {@code stream_options} begin, behind its brace
 * @param bareOptions whether they have none
 * @param unasked where a null stands in place of the options, or a null or false in place of {@code
 *     include_usage} in them
 * @param unaskedEnd behind it
 */
record Places(
    int fields,
    boolean bare,
    int model,
    int modelEnd,
    int options,
    boolean bareOptions,
    int unasked,
    int unaskedEnd) {

  static final Places NONE = new Places(-1, true, -1, -1, -1, true, -1, -1);
}
