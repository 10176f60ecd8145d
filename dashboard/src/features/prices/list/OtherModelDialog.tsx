import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { FormDialog } from '@/components/FormDialog';
import { texts } from '@/texts';
import { modelPath } from '@/lib/pricePaths';

const words = texts.prices.list;

/** Leads to the page of a model that no list has. */
export function OtherModelDialog({ onClose }: { onClose: () => void }) {
  const { orgId } = useOrg();
  const navigate = useNavigate();
  const [model, setModel] = useState({ provider: '', modelName: '' });
  const [tried, setTried] = useState(false);
  const named = {
    provider: model.provider.trim().toLowerCase(),
    modelName: model.modelName.trim(),
  };
  function submit() {
    setTried(true);
    if (named.provider !== '' && named.modelName !== '') {
      void navigate(`${modelPath(orgId, named)}?edit=contract`);
    }
  }
  return (
    <FormDialog
      title={words.addTitle}
      submit={words.addAction}
      pending={false}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography color="textSecondary">{words.addHint}</Typography>
      {(['provider', 'modelName'] as const).map((field) => {
        const faulty = tried && named[field] === '';
        return (
          <TextField
            key={field}
            label={field === 'provider' ? words.provider : words.model}
            value={model[field]}
            onChange={(event) => setModel({ ...model, [field]: event.target.value })}
            error={faulty}
            helperText={faulty ? words.required : ' '}
            required
            slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }}
          />
        );
      })}
    </FormDialog>
  );
}
