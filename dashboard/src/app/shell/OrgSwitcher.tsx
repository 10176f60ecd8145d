import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useLocation, useNavigate } from 'react-router';
import type { OrgAccess } from '@/api/answers';
import { texts } from '@/texts';
import { SWITCHER_WIDTH } from './OrgName';
import { pathInOrg } from './pathInOrg';

interface Props {
  orgs: OrgAccess[];
  org: OrgAccess;
}

export default function OrgSwitcher({ orgs, org }: Props) {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <Autocomplete
      size="small"
      disableClearable
      options={orgs}
      value={org}
      getOptionKey={({ orgId }) => orgId}
      getOptionLabel={({ name }) => name}
      isOptionEqualToValue={(option, value) => option.orgId === value.orgId}
      onChange={(_event, { orgId }) => void navigate(pathInOrg(orgId, pathname, search))}
      readOnly={orgs.length === 1}
      sx={{ width: SWITCHER_WIDTH }}
      renderInput={(params) => (
        <TextField
          {...params}
          slotProps={{
            ...params.slotProps,
            input: {
              ...params.slotProps.input,
              startAdornment: (
                <InputAdornment position="start" sx={{ pl: 1, mr: 0 }}>
                  <BusinessOutlined fontSize="small" />
                </InputAdornment>
              ),
              sx: { borderRadius: 999, bgcolor: 'surface.card', fontWeight: 600 },
            },
            htmlInput: { ...params.slotProps.htmlInput, 'aria-label': texts.shell.chooseOrg },
          }}
        />
      )}
    />
  );
}
