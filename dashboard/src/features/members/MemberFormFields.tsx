import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Member } from '@/api/answers';
import { roleName } from '@/lib/names';
import { texts } from '@/texts';
import type { MemberFaults, MemberFields } from './memberFaults';
import { rolesFor } from './rules';
import { usePowers } from './usePowers';

const words = texts.members;

interface Props {
  member: Member | undefined;
  fields: MemberFields;
  faults: MemberFaults;
  onChange: (fields: MemberFields) => void;
}

export function MemberFormFields({ member, fields, faults, onChange }: Props) {
  const roles = rolesFor(member, usePowers());
  const optionalHint = member === undefined ? words.optional : words.keptHint;
  const field = (name: keyof MemberFields, hint: string) => ({
    label: words[name],
    value: fields[name],
    error: faults[name] !== undefined,
    helperText: faults[name] ?? hint,
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...fields, [name]: event.target.value }),
  });
  return (
    <>
      {member === undefined && (
        <TextField
          {...field('userId', words.userIdHint)}
          required
          slotProps={{ htmlInput: { maxLength: 128, autoCapitalize: 'none', spellCheck: false } }}
        />
      )}
      <TextField {...field('name', optionalHint)} slotProps={{ htmlInput: { maxLength: 200 } }} />
      <TextField
        {...field('email', optionalHint)}
        type="email"
        slotProps={{ htmlInput: { maxLength: 254 } }}
      />
      <TextField select {...field('role', ' ')}>
        {roles.map((role) => (
          <MenuItem key={role} value={role}>
            {roleName(role)}: {words.roleDetails[role]}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
