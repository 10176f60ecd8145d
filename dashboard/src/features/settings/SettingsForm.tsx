import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OrgSettings } from '@/api/answers';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { useSaveSettings } from './api/useSaveSettings';
import { SettingsFieldset } from './SettingsFieldset';
import { faultsIn, refusedIn, type SettingsFields } from './settingsFaults';

const words = texts.settings;

interface Props {
  settings: OrgSettings;
  editable: boolean;
}

export function SettingsForm({ settings, editable }: Props) {
  const [fields, setFields] = useState<SettingsFields>({
    name: settings.name,
    timeZone: settings.timeZone,
    currencyLabel: settings.currencyLabel,
    retentionDays: settings.retentionDays === null ? '' : String(settings.retentionDays),
  });
  const { mutate, error, isPending, isSuccess, reset } = useSaveSettings(settings.orgId);
  const local = faultsIn(fields);
  const refused = refusedIn(error);
  function save() {
    const days = fields.retentionDays.trim();
    mutate({
      name: fields.name.trim(),
      timeZone: fields.timeZone,
      currencyLabel: fields.currencyLabel.trim(),
      ...(days !== '' && { retentionDays: Number(days) }),
    });
  }
  return (
    <Stack
      component="form"
      noValidate
      sx={{ gap: 2 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(local).length === 0) {
          save();
        }
      }}
    >
      <SettingsFieldset
        fields={fields}
        faults={{ ...refused, ...local }}
        disabled={!editable}
        onChange={(changed) => {
          reset();
          setFields(changed);
        }}
      />
      {error !== null && Object.keys(refused).length === 0 && (
        <Notice severity="error">{error.message}</Notice>
      )}
      {isSuccess && <Notice severity="success">{words.saved}</Notice>}
      {editable ? (
        <Button
          type="submit"
          variant="contained"
          loading={isPending}
          sx={{ alignSelf: 'flex-start' }}
        >
          {words.save}
        </Button>
      ) : (
        <Typography color="textSecondary">{words.readOnly}</Typography>
      )}
    </Stack>
  );
}
