/** What a mail says to a person: read from the message as it was received. Text mails in UTF-8 only. */
export interface MailText {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
}

export function readMail(raw: string): MailText {
  const end = raw.indexOf('\r\n\r\n');
  const headers = headersOf(end < 0 ? raw : raw.slice(0, end));
  const body = end < 0 ? '' : raw.slice(end + 4);
  const header = (name: string) => decodeWords(headers.get(name) ?? '');
  return {
    messageId: header('message-id'),
    from: header('from'),
    to: header('to'),
    replyTo: header('reply-to') || null,
    subject: header('subject'),
    text: decodeBody(body, header('content-transfer-encoding').toLowerCase()).replaceAll(
      '\r\n',
      '\n',
    ),
  };
}

/** A line that begins with a space goes on with the one before it. */
function headersOf(block: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of block.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

/** `=?UTF-8?B?…?=`; the space between two of them is none. */
const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/((?:=\?utf-8\?[bq]\?[^?]*\?=)+)/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, how, word = '']) =>
          how?.toLowerCase() === 'b'
            ? Buffer.from(word, 'base64')
            : unquote(word.replaceAll('_', ' ')),
        ),
      ).toString('utf8'),
    );

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1').toString('utf8');
  return unquote(body.replace(/=\r\n/g, '')).toString('utf8');
}

const unquote = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([\dA-F]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );
