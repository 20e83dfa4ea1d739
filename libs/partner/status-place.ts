import type { Capability, ItemStatus, State } from '#model';

/** One capability at one place of a merchant, as a line of a status file names it: of the whole merchant where no place is. */
export interface ListedPlace {
  readonly merchantNo: string;
  readonly institutionCode?: string | undefined;
  readonly storeNo?: string | undefined;
  readonly terminalNo?: string | undefined;
  readonly capability: Capability;
}

/** What tells places apart; `itemId` is `LEVEL:place:CAPABILITY`, as in the scope of a case. */
export interface Place {
  readonly merchantNo: string;
  readonly itemId: string;
}

/** A place in the scope of a case, at some instant. */
export interface HeldPlace extends Place {
  readonly caseId: string;
  readonly institutionCode: string;
  readonly status: ItemStatus;
  /** Where the case stands. */
  readonly state: State;
  /** Let go for a time only. */
  readonly released: boolean;
}

/** Whether a case holds a place stopped, has let it go, or agrees with both: the stop or its end is on its way. */
export type Standing = 'STOPPED' | 'LIFTED' | 'EITHER';

/** A terminal that was replaced or taken out of service stays stopped for good, which is nobody's mistake. */
const STANDINGS: Readonly<Record<ItemStatus, Standing>> = {
  STOP_ORDERED: 'EITHER',
  SUSPENDED: 'STOPPED',
  RESTORE_REQUESTED: 'STOPPED',
  RESTORED: 'LIFTED',
  RESTORE_FAILED: 'STOPPED',
  REPLACED: 'EITHER',
  DECOMMISSIONED: 'EITHER',
  RE_SUSPENDED: 'STOPPED',
};

/** How a place in a case counts; undefined where another case speaks for it. */
export function standingOf({ status, state, released }: HeldPlace): Standing | undefined {
  if (state === 'CLOSED_MERGED') return undefined;
  return released || state === 'CLOSED_INVALID' ? 'LIFTED' : STANDINGS[status];
}

/** The place a line names. */
export function placeOf({ merchantNo, storeNo, terminalNo, capability }: ListedPlace): Place {
  if (terminalNo !== undefined) return { merchantNo, itemId: `TERMINAL:${terminalNo}:${capability}` };
  if (storeNo !== undefined) return { merchantNo, itemId: `STORE:${storeNo}:${capability}` };
  return { merchantNo, itemId: `MERCHANT:${merchantNo}:${capability}` };
}

/** The line that names a place. */
export function lineOf({ merchantNo, itemId, institutionCode }: Place & { institutionCode: string }): ListedPlace {
  const [level, place] = itemId.split(':');
  return {
    merchantNo,
    institutionCode,
    ...(level === 'STORE' && { storeNo: place }),
    ...(level === 'TERMINAL' && { terminalNo: place }),
    capability: capabilityOf(itemId),
  };
}

/** What a place of a case takes away. */
export const capabilityOf = (itemId: string): Capability => itemId.slice(itemId.lastIndexOf(':') + 1) as Capability;

/** A place as one text: equal where the places are. */
export const placeKey = ({ merchantNo, itemId }: Place): string => `${merchantNo} ${itemId}`;

/** The place without its capability, as one text. */
export const spotKey = ({ merchantNo, itemId }: Place): string =>
  `${merchantNo} ${itemId.slice(0, itemId.lastIndexOf(':'))}`;

/** The same capability of the whole merchant. */
export const wholeMerchant = ({ merchantNo, itemId }: Place): Place => ({
  merchantNo,
  itemId: `MERCHANT:${merchantNo}:${capabilityOf(itemId)}`,
});
