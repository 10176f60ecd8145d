import Typography from '@mui/material/Typography';
import { useRates } from '@/api/useRates';
import { type Day, formatFullDay } from '@/lib/days';
import { DOLLARS } from '@/lib/money';
import { useParam } from '@/lib/useParam';
import { texts } from '@/texts';

/** By what the amounts below were converted, and of when that is. */
export function CurrencyNote({ on }: { on: Day }) {
  const [code] = useParam('currency');
  const { chosen } = useRates(code, on);
  if (code === '' || code === DOLLARS.code) {
    return null;
  }
  return (
    <Typography variant="body2" color="textSecondary">
      {chosen
        ? texts.currency.rate(chosen.rate, code, formatFullDay(chosen.day), chosen.source)
        : texts.currency.noRate(code, formatFullDay(on))}
    </Typography>
  );
}
