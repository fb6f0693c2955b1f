import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';

const form = /^0x[\da-fA-F]{40}$/;
const nobodys = `0x${'0'.repeat(40)}`;

/**
 * An Ethereum address as EIP-55 has it: in one case it carries no checksum and is taken; in mixed case its checksum must be
 * right, so that a mistyped one is refused. It is kept in the checksummed form.
 */
export const walletAddress = z
  .string()
  .trim()
  .regex(form, 'must be 0x and 40 hexadecimal digits')
  .refine((address) => address !== nobodys, 'must not be the zero address, which nobody holds')
  .refine(hasRightChecksum, 'has a wrong checksum: copy the address again')
  .transform(checksummed);

function hasRightChecksum(address: string): boolean {
  const digits = address.slice(2);
  const isOneCase = digits === digits.toLowerCase() || digits === digits.toUpperCase();
  return isOneCase || checksummed(address) === address;
}

/** A letter is a capital where the hash of the lowercased address has a digit of 8 or more. */
function checksummed(address: string): string {
  const digits = address.slice(2).toLowerCase();
  const hash = bytesToHex(keccak_256(utf8ToBytes(digits)));
  return `0x${[...digits].map((digit, i) => (parseInt(hash[i]!, 16) >= 8 ? digit.toUpperCase() : digit)).join('')}`;
}
