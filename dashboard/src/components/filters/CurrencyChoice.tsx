import { useRates } from '@/api/useRates';
import type { Day } from '@/lib/days';
import { DOLLARS } from '@/lib/money';
import { useParam } from '@/lib/useParam';
import { texts } from '@/texts';
import { Choice } from './Choice';

const asItIs = (code: string): string => code;

/** Not there while nobody has set a rate: then there is nothing to choose from. */
export function CurrencyChoice({ on }: { on: Day }) {
  const [code, choose] = useParam('currency');
  const { rates } = useRates(code, on);
  const options = [...new Set([DOLLARS.code, ...rates.map((rate) => rate.code), code])].filter(
    (option) => option !== '',
  );
  return (
    options.length > 1 && (
      <Choice
        label={texts.currency.label}
        options={options}
        value={code === '' ? DOLLARS.code : code}
        nameOf={asItIs}
        onChange={(chosen) => choose(chosen === DOLLARS.code ? '' : chosen)}
      />
    )
  );
}
