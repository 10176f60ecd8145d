import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { texts } from '@/texts';

const words = texts.calls.filters;

const OUTCOMES = [
  ['', words.any],
  ['true', words.succeeded],
  ['false', words.failed],
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
      aria-label={words.success}
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
