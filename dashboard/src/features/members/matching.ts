import type { Member } from '@/api/answers';

/** Members that have the text in their name, id or address, and the role, if one is chosen. */
export function matching(members: Member[], q: string, role: string): Member[] {
  const wanted = q.trim().toLowerCase();
  return members.filter(
    (member) =>
      (role === '' || member.role === role) &&
      [member.name, member.userId, member.email].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  );
}
