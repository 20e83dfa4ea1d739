import ipaddr from 'ipaddr.js';

/** Why an address is no target for webhooks, in fixed words; nothing of the address is in them. */
export type AddressFault = string;

/** What a receiver is called by in an address: as it was written, before anything is read into it. */
const WRITTEN = /^(https?):\/\/([^/?#]*)/;
const PORT = /:\d+$/;
const CANONICAL_TEXT = /^[\x21-\x5b\x5d-\x7e]+$/;
/** Names that are no one's on the public net (RFC 6761, 6762, 8375, 9476) or lead to a cloud's own services. */
const INSIDE_NAME =
  /(^|\.)(localhost|local|internal|intranet|private|corp|home|lan|localdomain|test|example|invalid|onion|alt|arpa)$/;
const HTTPS_PORT = 443;
const FIRST_OPEN_PORT = 1_024;
/** Addresses of the public IPv6 net (RFC 4291, the IANA registry): all others are for special use. */
const GLOBAL_IPV6 = ipaddr.IPv6.parse('2000::');

/**
 * Whether an IP address is reachable by everybody: not this machine's, not an inside network's, not a cloud's metadata,
 * not one that stands for another (mapped, NAT64, 6to4, Teredo), no multicast.
 */
export function isPublicIp(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6, 3);
}

/** The host of an address as it was written, with its port where one was. */
const writtenHost = (text: string): string | undefined => WRITTEN.exec(text)?.[2];

/** Whether an operator has named this host for tests: as written, with or without its port. */
export function isAllowedHost(text: string, allowed: readonly string[]): boolean {
  const host = writtenHost(text);
  return host !== undefined && (allowed.includes(host) || allowed.includes(host.replace(PORT, '')));
}

const literalOf = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

function faultOfHost({ hostname, port }: URL): AddressFault | undefined {
  const literal = literalOf(hostname);
  if (ipaddr.isValid(literal))
    return isPublicIp(literal) ? faultOfPort(port) : 'is inside a network or for special use';
  if (hostname.endsWith('.')) return 'must not end with a dot';
  if (!hostname.includes('.') || INSIDE_NAME.test(hostname)) return 'must be a public host name';
  return faultOfPort(port);
}

function faultOfPort(port: string): AddressFault | undefined {
  const number = port === '' ? HTTPS_PORT : Number(port);
  return number === HTTPS_PORT || number >= FIRST_OPEN_PORT ? undefined : 'must use port 443 or one from 1024 on';
}

/**
 * What is wrong with the address of a webhook, before any name is looked up; undefined when nothing is. Only one spelling
 * of an address is let in: two readers of another one may see two hosts.
 * @param allowed hosts inside the network that an operator has named for tests; http is let through for them.
 */
export function addressFault(text: string, allowed: readonly string[]): AddressFault | undefined {
  const host = writtenHost(text);
  if (host === undefined) return 'must begin with https://';
  if (!CANONICAL_TEXT.test(text)) return 'must be visible ASCII characters without blanks and backslashes';
  if (host.includes('@')) return 'must not carry a user name';
  if (text.includes('#')) return 'must not carry a fragment';
  const url = URL.parse(text);
  if (!url) return 'is not an address';
  if (isAllowedHost(text, allowed)) return undefined;
  if (url.protocol !== 'https:') return 'must begin with https://';
  if (url.host !== host)
    return 'must be spelled as a browser would: lower case, no default port, one form of an IP address';
  return faultOfHost(url);
}
