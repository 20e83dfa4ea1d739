import { createHash } from 'node:crypto';
import type { HandedFile } from './http.js';

const fromBase64 = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'));
const fromText = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

/** A picture of one dot. */
export const PNG: HandedFile = {
  bytes: fromBase64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='),
  name: 'paper.png',
  type: 'image/png',
};

/** A photograph of one dot. */
export const JPEG: HandedFile = {
  bytes: fromBase64(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////' +
      '////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxD/2Q==',
  ),
  name: 'paper.jpg',
  type: 'image/jpeg',
};

/** A document of one empty page. */
export const PDF: HandedFile = {
  bytes: fromText(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\nxref\n0 4\n0000000000 65535 f \n' +
      '0000000009 00000 n \n0000000053 00000 n \n0000000104 00000 n \ntrailer<</Size 4/Root 1 0 R>>\n' +
      'startxref\n166\n%%EOF\n',
  ),
  name: 'paper.pdf',
  type: 'application/pdf',
};

/** The same file with other bytes under the same name and type. */
export const holding = (file: HandedFile, bytes: Uint8Array | string): HandedFile => ({
  ...file,
  bytes: typeof bytes === 'string' ? fromText(bytes) : Uint8Array.from(bytes),
});

/** SHA-256 in hex, as the contract names the content of a document. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
