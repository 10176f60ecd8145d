/** A journal of records in segment files. */
package io.tokenledger.journal;
