import { describe, expect, test } from '@jest/globals';
import { addressFault, isPublicIp } from './webhook-address.js';

const TRICKS = [
  // Not https, or not an address.
  'http://hooks.partner.cn/in', 'ftp://hooks.partner.cn/in', 'file:///etc/passwd', 'javascript:alert(1)', '//hooks.partner.cn',
  'https:hooks.partner.cn', 'https:/hooks.partner.cn', 'https://', 'https:///in', 'HTTPS://hooks.partner.cn/in', 'hooks.partner.cn', '',
  // This machine.
  'https://localhost/', 'https://localhost:8443/', 'https://a.localhost/', 'https://LOCALHOST/', 'https://localhost./',
  'https://127.0.0.1/', 'https://127.1/', 'https://127.0.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://0x7f.1/',
  'https://017700000001/', 'https://0177.0.0.1/', 'https://127.000.000.001/', 'https://127.8.8.8/', 'https://0/', 'https://0.0.0.0/',
  'https://[::1]/', 'https://[0:0:0:0:0:0:0:1]/', 'https://[::]/', 'https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/', 'https://[::127.0.0.1]/',
  // Inside networks.
  'https://10.0.0.1/', 'https://172.16.0.1/', 'https://172.31.255.255/', 'https://192.168.0.1/', 'https://100.64.0.1/', 'https://192.0.0.1/',
  'https://198.18.0.1/', 'https://[fc00::1]/', 'https://[fd12:3456::1]/', 'https://[fe80::1]/', 'https://[fec0::1]/', 'https://[::ffff:10.0.0.1]/',
  'https://[64:ff9b::a00:1]/', 'https://[64:ff9b:1::a00:1]/', 'https://[2002:a00:1::]/', 'https://[2001:0:a00:1::]/', 'https://3232235521/',
  // Clouds' own services.
  'https://169.254.169.254/latest/meta-data', 'https://[::ffff:169.254.169.254]/', 'https://[fd00:ec2::254]/', 'https://100.100.100.200/',
  'https://metadata.google.internal/', 'https://2852039166/', 'https://0xa9fea9fe/',
  // Special use.
  'https://224.0.0.1/', 'https://239.255.255.255/', 'https://255.255.255.255/', 'https://240.0.0.1/', 'https://192.0.2.1/', 'https://198.51.100.1/',
  'https://203.0.113.1/', 'https://[ff02::1]/', 'https://[2001:db8::1]/', 'https://[100::1]/',
  // Names of nobody.
  'https://intranet/', 'https://db/', 'https://printer.local/', 'https://service.internal/', 'https://host.corp/', 'https://nas.home.arpa/', 'https://x.test/',
  // Two readers, two hosts.
  'https://hooks.partner.cn@127.0.0.1/', 'https://user:pass@hooks.partner.cn/', 'https://hooks.partner.cn\\@127.0.0.1/', 'https://hooks.partner.cn#@127.0.0.1/',
  'https://hooks.partner.cn /', ' https://hooks.partner.cn/', 'https://hooks.partner.cn\t/', 'https://hooks.partner.cn\n/', 'https://hooks。partner。cn/',
  'https://ⓗooks.partner.cn/', 'https://①②⑦.⓪.⓪.①/', 'https://Hooks.Partner.CN/', 'https://hooks.partner.cn:443/', 'https://hooks.partner.cn./', 'https://hooks.partner.cn:/',
  'https://%31%32%37.0.0.1/', 'https://xn--/', 'https://[::1%25lo]/', 'https://[::1/', 'https://1.2.3.4.5/', 'https://256.1.1.1/',
  // Services that are none of ours.
  'https://hooks.partner.cn:22/', 'https://hooks.partner.cn:25/', 'https://hooks.partner.cn:80/', 'https://hooks.partner.cn:0/', 'https://hooks.partner.cn:99999/',
]; // prettier-ignore

describe('a webhook address', () => {
  test.each(TRICKS)('is refused when it is %p', (text) => {
    expect(addressFault(text, [])).toEqual(expect.any(String));
  });

  test.each([
    'https://hooks.partner.cn/in',
    'https://hooks.partner.cn',
    'https://hooks.partner.cn:8443/in?x=1',
    'https://xn--fiq228c.cn/in',
    'https://8.8.8.8/in',
    'https://[2400:3200::1]/in',
  ])('is taken when it is %p', (text) => {
    expect(addressFault(text, [])).toBeUndefined();
  });

  test('inside is taken where an operator has named its host as written, and no other spelling of it', () => {
    const allowed = ['127.0.0.1', 'hooks:9000'];
    expect(addressFault('http://127.0.0.1:4000/in', allowed)).toBeUndefined();
    expect(addressFault('http://hooks:9000/in', allowed)).toBeUndefined();
    for (const other of ['http://127.1:4000/in', 'http://2130706433/in', 'http://hooks:9001/in', 'http://a@127.0.0.1/'])
      expect(addressFault(other, allowed)).toEqual(expect.any(String));
  });
});

test.each(['10.1.2.3', '::1', '::ffff:8.8.8.8', 'fe80::1', '64:ff9b::808:808', '2002:808:808::', 'nonsense', ''])(
  'what a name leads to is refused when it is %p',
  (address) => {
    expect(isPublicIp(address)).toBe(false);
  },
);

test.each(['8.8.8.8', '223.5.5.5', '2400:3200::1'])('what a name leads to is taken when it is %p', (address) => {
  expect(isPublicIp(address)).toBe(true);
});
