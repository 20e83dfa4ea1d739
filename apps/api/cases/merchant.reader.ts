import { Injectable } from '@nestjs/common';
import { Vault, VaultError } from '#database';
import { MASKS, type Case, type Mask } from '#model';

/** How each member that is personal data is masked (domain §5), by its path in the notice's `merchant`. */
export const PERSONAL_FIELDS = {
  name: 'firmName',
  creditCode: 'creditCode',
  'legalRep.name': 'personName',
  'legalRep.idNo': 'identityNumber',
  'settlementAccount.no': 'account',
  phone: 'phone',
  address: 'address',
} as const satisfies Record<string, Mask>;
export type PersonalField = keyof typeof PERSONAL_FIELDS;

/** What a notice says of its merchant, as it came; members it does not name are not there. */
export interface Merchant {
  readonly [member: string]: string | Merchant | undefined;
}

/** The text at a path; undefined where the notice names none. */
export function memberOf(merchant: Merchant | undefined, field: PersonalField): string | undefined {
  const found = field
    .split('.')
    .reduce<Merchant | string | undefined>((at, name) => (typeof at === 'object' ? at[name] : undefined), merchant);
  return typeof found === 'string' ? found : undefined;
}

const isPersonal = (path: string): path is PersonalField => Object.hasOwn(PERSONAL_FIELDS, path);

const maskedAt = (path: string, text: string): string => (isPersonal(path) ? MASKS[PERSONAL_FIELDS[path]](text) : text);

/** The same with every personal member masked; codes of branches, agents and banks are none. */
function masked(merchant: Merchant, path = ''): Merchant {
  const members: Record<string, Merchant[string]> = {};
  for (const [name, member] of Object.entries(merchant)) {
    const at = path + name;
    members[name] = typeof member === 'string' ? maskedAt(at, member) : member && masked(member, `${at}.`);
  }
  return members;
}

/** Reads what the vault keeps of a case's merchant: nowhere else is it written. */
@Injectable()
export class MerchantReader {
  constructor(private readonly vault: Vault) {}

  /**
   * The merchant as the notice in force names it; undefined where it names none, or the words are gone with their key.
   * @throws VaultError for words that were altered.
   */
  async of({ content }: Pick<Case, 'content'>): Promise<Merchant | undefined> {
    const words = (await this.vault.open([content.textId])).get(content.textId);
    return words === undefined ? undefined : (JSON.parse(words) as { merchant?: Merchant }).merchant;
  }

  /** The merchant as anybody who sees the case sees it; null where there is nothing to be seen. */
  async masked(current: Pick<Case, 'content'>): Promise<Merchant | null> {
    const merchant = await this.of(current).catch((error: unknown) => {
      // A case is to be read although its words are not.
      if (error instanceof VaultError) return undefined;
      throw error;
    });
    return merchant ? masked(merchant) : null;
  }
}
