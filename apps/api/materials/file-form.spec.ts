import { describe, expect, test } from '@jest/globals';
import { formOf } from './file-form.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const ZIP_TAIL = Buffer.from('504b05060000000000000000000000000000000000', 'hex');

const after = (file: Buffer, more: string | Buffer): Buffer => Buffer.concat([file, Buffer.from(more)]);
const inComment = (text: string): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  return Buffer.concat([JPEG.subarray(0, 2), Buffer.from('fffe', 'hex'), length, Buffer.from(text), JPEG.subarray(2)]);
};

describe('a document', () => {
  test.each([
    ['application/pdf', PDF],
    ['application/pdf', after(PDF, '\r\n\0')],
    ['image/jpeg', JPEG],
    ['image/png', PNG],
  ])('that is a whole %s is taken', async (type, bytes) => {
    expect(await formOf(bytes)).toEqual({ type });
  });

  test.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a vector drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64')],
    ['text', Buffer.from('just words')],
    ['nothing', Buffer.alloc(0)],
    ['a PDF behind other bytes', after(Buffer.from('GIF89a;'), PDF)],
    ['a PDF cut off', PDF.subarray(0, -8)],
    ['a JPEG cut off', JPEG.subarray(0, -2)],
    ['a PNG cut off', PNG.subarray(0, -3)],
    ['a PNG with a page behind it', after(PNG, '<html><body>hello</body></html>')],
    ['a PDF with a program behind it', after(PDF, '\nMZ\x90\x00')],
    ['a JPEG with an archive behind it', after(JPEG, ZIP_TAIL)],
    [
      'a JPEG with an archive behind it that ends like a JPEG',
      after(JPEG, Buffer.concat([ZIP_TAIL, JPEG.subarray(-2)])),
    ],
    ['a JPEG with a script in its comment', inComment('<ScRiPt >alert(1)</script >')],
    ['a JPEG with PHP in its comment', inComment('<?php system($_GET[0]); ?>')],
    ['a JPEG that is a PDF too', inComment('%PDF-1.4')],
    ['a PDF with a program in it', after(PDF, '2 0 obj<</S /JavaScript /JS (app.alert)>>endobj\n%%EOF')],
  ])('that is %s is refused with a reason', async (_, bytes) => {
    expect(await formOf(bytes)).toEqual({ problem: expect.stringMatching(/\.$/) });
  });
});
