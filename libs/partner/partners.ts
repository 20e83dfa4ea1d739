import type { Issuer } from '#model';
import { allinpay, ALLINPAY_NAMING } from './allinpay.profile.js';
import { lakala, LAKALA_NAMING } from './lakala.profile.js';
import type { Naming } from './naming.js';
import type { Ownership } from './ownership.js';
import { ALL_KINDS, type MerchantDirectory, type PartnerProfile } from './profile.js';
import type { Sender } from './sender.js';
import { shengpay, SHENGPAY_NAMING } from './shengpay.profile.js';
import { ums, UMS_NAMING } from './ums.profile.js';
import { unionpay, UNIONPAY_NAMING } from './unionpay.profile.js';
import { WECHAT_NOTICE_PREFIX } from './wechat.signal.js';
import { wechat, WECHAT_SAMPLE } from './wechat.profile.js';

/** Every native profile by the name in its address `POST /partner/v1/native/{profile}`. */
export const PROFILES: Readonly<Record<string, PartnerProfile>> = {
  unionpay,
  wechat,
  lakala,
  allinpay,
  ums,
  shengpay,
};

const speaking = (profile: PartnerProfile, voices: readonly Issuer[] = [profile.issuer]): Sender => ({
  code: profile.code,
  issuer: profile.issuer,
  voices,
  merchantKinds: profile.merchantKinds,
});

/**
 * Partners, for whom each may speak and whom it serves. An authority's word reaches us through the network, or on paper to a person;
 * an acquirer speaks for itself alone.
 */
export const SENDERS: Readonly<Record<string, Sender>> = {
  unionpay: speaking(unionpay, ['UNIONPAY', 'AUTHORITY']),
  wechat: { ...speaking(wechat), noticePrefix: WECHAT_NOTICE_PREFIX },
  lakala: speaking(lakala),
  allinpay: speaking(allinpay),
  ums: speaking(ums),
  shengpay: speaking(shengpay),
};

/** How each partner that sends lists writes what we both mean; a list uses the names and codes of its messages. */
export const SENDER_NAMINGS: Readonly<Record<string, Naming>> = {
  unionpay: UNIONPAY_NAMING,
  lakala: LAKALA_NAMING,
  allinpay: ALLINPAY_NAMING,
  ums: UMS_NAMING,
  shengpay: SHENGPAY_NAMING,
};

/** For whom a partner may speak; one without a profile speaks for nobody but itself, of merchants of any kind. */
export const senderOf = (code: string): Sender =>
  Object.hasOwn(SENDERS, code) ? SENDERS[code]! : { code, issuer: 'ACQUIRER', voices: [], merchantKinds: ALL_KINDS };

/** Merchants of the standalone stack by the numbers WeChat knows them under; an institution puts its own in their place. */
export const SAMPLE_MERCHANTS: Readonly<Record<string, NonNullable<ReturnType<MerchantDirectory>>>> = {
  [WECHAT_SAMPLE.subMchid]: { merchantNo: WECHAT_SAMPLE.merchantNo, institutionCode: WECHAT_SAMPLE.institutionCode },
};

/** The relation that goes with {@link SAMPLE_MERCHANTS}: WeChat is a channel of this merchant only. */
export const SAMPLE_CHANNEL: Ownership = {
  partner: 'wechat',
  institution: WECHAT_SAMPLE.institutionCode,
  merchants: WECHAT_SAMPLE.merchantNo,
  relation: 'CHANNEL',
  from: '2000-01-01T00:00:00.000Z',
  until: null,
};
