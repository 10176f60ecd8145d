import { TokenledgerUsage } from './TokenledgerUsage';

const NAME = 'tokenledger-usage';

// A page may come to load the script twice.
if (customElements.get(NAME) === undefined) {
  customElements.define(NAME, TokenledgerUsage);
}
