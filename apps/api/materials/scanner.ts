import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** What a scan found. */
export type ScanResult = { readonly clean: true } | { readonly clean: false; readonly found: string };

/** Looks for malware in a file before anything of it is kept. */
export abstract class Scanner {
  /** @throws when it cannot say; the file is then not taken. */
  abstract scan(bytes: Buffer): Promise<ScanResult>;
}

/** The test file every scanner knows, in two parts so that this source file is not taken for it. */
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

/** SHA-256 of files that are refused as they are: EICAR itself and its archived forms (eicar.org). */
const KNOWN_BAD = new Set([
  createHash('sha256').update(EICAR).digest('hex'),
  '2546dcffc5ad854d4ddc64fbf056871cd5a00f2471cb7a5bfd4ac23b6e9eedad',
  'e1105070ba828007508566e28a2b8d4c65d192e9eaf3b7868382b7cae747b397',
]);

/** The scanner of a stack without a virus scanner: knows the EICAR test file alone and in other files. */
@Injectable()
export class StandaloneScanner extends Scanner {
  override scan(bytes: Buffer): Promise<ScanResult> {
    const bad = bytes.includes(EICAR) || KNOWN_BAD.has(createHash('sha256').update(bytes).digest('hex'));
    return Promise.resolve(bad ? { clean: false, found: 'EICAR-Test-File' } : { clean: true });
  }
}
