import { fileTypeFromBuffer } from 'file-type';

/** What a document may be. */
export const DOCUMENT_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** Ends of a whole file of each type; nothing but blanks may follow. */
const END_MARKERS: Readonly<Record<DocumentType, Buffer>> = {
  'application/pdf': Buffer.from('%%EOF'),
  'image/jpeg': Buffer.from('ffd9', 'hex'),
  'image/png': Buffer.from('0000000049454e44ae426082', 'hex'),
};

/** Markup a browser, a mail program or a server might run. Long enough not to occur by chance in compressed data. */
const MARKUP = /<(?:html|script|iframe|svg)[\s>/]|<!doctype\s|<\?php\s|<\?xml-stylesheet\s|\/javascript[\s/(<[]/i;
const ZIP_DIRECTORY = Buffer.from('504b0506', 'hex');
/** The end record of a zip and the longest comment behind it. */
const ZIP_TAIL = 22 + 65_535;
/** Readers of PDF look for its head this far into a file. */
const PDF_HEAD_WITHIN = 1_024;

/** What a file is by its bytes, or why it is not taken. */
export type FileForm = { readonly type: DocumentType } | { readonly problem: string };

const isDocumentType = (mime: string | undefined): mime is DocumentType => DOCUMENT_TYPES.some((type) => type === mime);

/**
 * Tells a PDF, JPEG or PNG by its content and refuses what is something else besides: a page, a script, an archive.
 * Neither the name nor the media type it was sent under counts.
 */
export async function formOf(bytes: Buffer): Promise<FileForm> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!isDocumentType(found?.mime)) {
    return { problem: `The file is ${found ? found.mime : 'of no known type'}; send a PDF, a JPEG or a PNG.` };
  }
  const type = found.mime;
  if (!endsWhole(bytes, END_MARKERS[type])) {
    return {
      problem: 'The file is cut off, or something follows its end. Save it again and send the whole file alone.',
    };
  }
  const stowaway = stowawayIn(bytes, type);
  return stowaway
    ? { problem: `The file also holds ${stowaway}. Print or scan the paper into a plain file.` }
    : { type };
}

function endsWhole(bytes: Buffer, marker: Buffer): boolean {
  let end = bytes.length;
  while (end > 0 && isBlank(bytes[end - 1])) end -= 1;
  return bytes.subarray(Math.max(0, end - marker.length), end).equals(marker);
}

const isBlank = (byte: number | undefined): boolean =>
  byte === 0 || byte === 9 || byte === 10 || byte === 13 || byte === 32;

function stowawayIn(bytes: Buffer, type: DocumentType): string | undefined {
  if (MARKUP.test(bytes.toString('latin1'))) return 'a script or a web page';
  if (bytes.subarray(-ZIP_TAIL).includes(ZIP_DIRECTORY)) return 'an archive';
  const hasPdfHead = bytes.subarray(0, PDF_HEAD_WITHIN).includes('%PDF-');
  return type !== 'application/pdf' && hasPdfHead ? 'a PDF' : undefined;
}
