import { Problem } from '../problem/problem.js';
import type { CallerIdentity } from './caller.js';

/**
 * Lets a caller open a case in the sandbox, or in earnest.
 * @throws Problem `auth.role` for a sandbox case where the token does not carry the right.
 */
export function checkSandboxRight(sandbox: boolean, caller: CallerIdentity): void {
  if (!sandbox || caller.sandbox) return;
  throw new Problem('auth.role', {
    detail: 'Sandbox cases need the sandbox right, which your token does not carry.',
    detailZh: '开立沙箱案件需要沙箱权限。',
  });
}
