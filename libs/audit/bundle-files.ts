import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonical, code, fieldMisfits, hash, id, int, list, record } from '#model';
import { BUNDLE_FORMAT, type Manifest } from './bundle.js';
import type { Check, Findings } from './findings.js';
import { readZip } from './zip.js';

const count = int(0, 0xffffffff);
const MANIFEST = {
  format: code([BUNDLE_FORMAT]),
  caseId: id,
  seq: count,
  head: hash,
  stateHash: hash,
  files: list(record({ name: id, bytes: count, sha256: hash }), 10_000),
};

/** The files of a bundle, read so that nothing but their one canonical form passes. */
export class BundleFiles {
  private constructor(
    private readonly files: ReadonlyMap<string, Uint8Array>,
    private readonly findings: Findings,
  ) {}

  static open(archive: Uint8Array, findings: Findings): BundleFiles {
    const { entries, faults } = readZip(archive);
    findings.looked('archive', archive.length);
    for (const { offset, name, what } of faults)
      findings.add('archive', what, { offset, ...(name !== null && { file: name }) });
    return new BundleFiles(new Map(entries.map(({ name, bytes }) => [name, bytes])), findings);
  }

  get names(): readonly string[] {
    return [...this.files.keys()];
  }

  sha256(name: string): string | undefined {
    const bytes = this.files.get(name);
    return bytes && bytesToHex(sha256(bytes));
  }

  /** The text of a file; undefined, and a finding, when it is missing or not UTF-8. */
  text(name: string, check: Check): string | undefined {
    const bytes = this.files.get(name);
    if (!bytes) {
      this.findings.add(check, `${name} is missing`, { file: name });
      return undefined;
    }
    return this.findings.guard(check, { file: name }, () => decoded(bytes));
  }

  /** The value of a file that is one canonical text. */
  json(name: string, check: Check): unknown {
    const text = this.text(name, check);
    return text === undefined ? undefined : this.findings.guard(check, { file: name }, () => fromCanonical(text));
  }

  /** The lines of a file, each ended by a line feed. */
  lines(name: string, check: Check): readonly string[] {
    const text = this.text(name, check) ?? '';
    if (text !== '' && !text.endsWith('\n'))
      this.findings.add(check, `the last line of ${name} has no end`, { file: name });
    return text === '' ? [] : text.replace(/\n$/, '').split('\n');
  }

  /** The manifest, compared with the files that are there. */
  manifest(): Manifest | undefined {
    const manifest = this.json('manifest.json', 'manifest');
    if (manifest === undefined) return undefined;
    const wrong = fieldMisfits(MANIFEST, manifest);
    if (wrong.length > 0)
      this.findings.add('manifest', `${wrong.join(', ')} is not as the format has it`, { file: 'manifest.json' });
    return wrong.length > 0 ? undefined : this.compared(manifest as Manifest);
  }

  private compared(manifest: Manifest): Manifest {
    const listed = ['manifest.json', ...manifest.files.map(({ name }) => name)];
    if (listed.join('\n') !== this.names.join('\n')) {
      this.findings.add('manifest', 'the files are not those the manifest lists, in its order', {
        file: 'manifest.json',
      });
    }
    for (const { name, bytes, sha256: listedHash } of manifest.files) {
      this.findings.looked('manifest');
      if (this.files.get(name)?.length === bytes && this.sha256(name) === listedHash) continue;
      this.findings.add('manifest', `${name} is not the file the manifest lists`, { file: name });
    }
    return manifest;
  }
}

/** UTF-8 without leniency. @throws TypeError for anything else. */
export const decoded = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** The value of a canonical text. @throws SyntaxError, TypeError for a text that is not the canonical one of its value. */
export function fromCanonical(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (canonical(value) !== text) throw new SyntaxError('it is not canonical text');
  return value;
}
