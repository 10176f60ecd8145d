import Card from '@mui/material/Card';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { SearchField } from '@/components/SearchField';
import { roleName } from '@/lib/names';
import { texts } from '@/texts';
import { ROLES } from './rules';

const words = texts.members;

interface Props {
  q: string;
  role: string;
  onSearch: (q: string) => void;
  onRole: (role: string) => void;
}

export function MemberFilters({ q, role, onSearch, onRole }: Props) {
  return (
    <Card component="section" aria-label={texts.filters.label} sx={{ p: 1.5, mb: 2.5 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5 }}>
        <SearchField label={words.search} value={q} onChange={onSearch} />
        <TextField
          select
          size="small"
          label={words.role}
          value={role}
          onChange={(event) => onRole(event.target.value)}
          sx={{ minWidth: 150 }}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{words.anyRole}</MenuItem>
          {ROLES.map((each) => (
            <MenuItem key={each} value={each}>
              {roleName(each)}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
    </Card>
  );
}
