import { expect, test } from 'vitest';
import { walletAddress } from './walletAddress.ts';

/** The examples of EIP-55. */
const examples = [
  '0x52908400098527886E0F7030069857D2E4169EE7',
  '0x8617E340B3D01FA5F11F306F4090FD50E238070D',
  '0xde709f2102306220921060314715629080e2fb77',
  '0x27b1fdb04752bbc536007a920d24acb045561c26',
  '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
  '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
  '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
  '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
];

test.each(examples)('keeps %s as it is', (address) => {
  expect(walletAddress.parse(address)).toBe(address);
});

test.each(examples)('gives %s its checksum when it comes in one case', (address) => {
  expect(walletAddress.parse(address.toLowerCase())).toBe(address);
  expect(walletAddress.parse(` 0x${address.slice(2).toUpperCase()} `)).toBe(address);
});

test.each([
  ['a wrong checksum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed'],
  ['a mistyped digit', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAee'],
  ['a digit too few', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe'],
  ['a digit too many', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed0'],
  ['no prefix', '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  ['a capital prefix', '0X5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED'],
  ['another letter', '0xgaaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
  ['the zero address', `0x${'0'.repeat(40)}`],
  ['nothing', ''],
])('refuses %s', (_, address) => {
  expect(walletAddress.safeParse(address).success).toBe(false);
});
