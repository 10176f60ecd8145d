/**
 * Hours and runs of six hours, added up from quarters of an hour once a day is over.
 *
 * <p>Owns: settling days, and telling where hours are not what the quarters are. Does not own: the
 * quarters; whoever changes one of them unsettles its day, in the database. May know: the tables of
 * {@code postgres}.
 */
package io.tokenledger.aggregate.hours;
