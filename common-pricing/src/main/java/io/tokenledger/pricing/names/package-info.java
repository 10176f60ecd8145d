/**
 * Under which names a model may be listed: other spellings, and other names of who sells it.
 *
 * <p>Owns: the forms of names that providers, clouds and libraries use. Does not own: what is
 * listed and what a person said a name means, which is the book's. May know: nothing of this
 * module.
 */
package io.tokenledger.pricing.names;
