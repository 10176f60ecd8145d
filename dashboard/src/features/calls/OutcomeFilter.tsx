import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { texts } from '@/texts';

const t = texts.calls.filters;

const OUTCOMES = [
  ['', t.any],
  ['true', t.succeeded],
  ['false', t.failed],
] as const;

interface Props {
  /** As the API has it: whether the calls succeeded. */
  value: string | undefined;
  onChange: (success: string | undefined) => void;
}

export function OutcomeFilter({ value = '', onChange }: Props) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={value}
      aria-label={t.success}
      onChange={(_event, success: string | null) => success !== null && onChange(success)}
    >
      {OUTCOMES.map(([success, label]) => (
        <ToggleButton key={success} value={success} sx={{ whiteSpace: 'nowrap', flexGrow: 1 }}>
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
