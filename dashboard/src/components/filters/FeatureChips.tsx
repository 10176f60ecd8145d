import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import { featureName } from '@/lib/names';
import { texts } from '@/texts';

interface Props {
  features: string[];
  value: string | undefined;
  onChange: (feature: string | undefined) => void;
}

export function FeatureChips({ features, value, onChange }: Props) {
  return (
    <Stack
      direction="row"
      role="group"
      aria-label={texts.filters.feature}
      sx={{ gap: 1, overflowX: 'auto', py: 0.25 }}
    >
      {[undefined, ...features].map((feature) => {
        const chosen = feature === value;
        return (
          <Chip
            key={feature ?? ''}
            label={feature === undefined ? texts.filters.allFeatures : featureName(feature)}
            variant={chosen ? 'filled' : 'outlined'}
            aria-pressed={chosen}
            onClick={() => onChange(feature)}
            sx={{
              // It is as wide as its name; the bar scrolls.
              flexShrink: 0,
              maxWidth: 'none',
              ...(chosen && {
                bgcolor: 'surface.secondaryContainer',
                color: 'surface.onSecondaryContainer',
              }),
            }}
          />
        );
      })}
    </Stack>
  );
}
