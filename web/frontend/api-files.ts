import { acceptLanguage, problemOf, send } from './api.ts';
import type { ApiError } from './api-error.ts';
import { authorization } from './app-bridge.ts';

/** Fetches a file with the session's token, which a plain link could not carry, and saves it. */
export async function downloadFile(path: string, fileName: string): Promise<void> {
  const response = await send(path, {});
  if (!response.ok) throw problemOf(await response.json().catch(() => null));
  saveBlob(await response.blob(), fileName);
}

/** As a click on a download does. */
export function saveBlob(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // Not at once: the browser reads the address only after the click has been told.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Sends a file as the body; `onProgress` hears the part that has left, 0 to 1. */
export async function uploadFile<T>(
  path: string,
  file: Blob,
  onProgress: (part: number) => void = () => undefined,
): Promise<T> {
  const headers = { ...acceptLanguage(), ...(await authorization()) };
  return new Promise((resolve, reject) => {
    // fetch does not tell how much of a body has left.
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Content-Type', 'text/csv');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(problemOf(null));
    request.onload = () => {
      const body = readAnswer(request.responseText);
      const isFine = request.status >= 200 && request.status < 300;
      // The contract's types stand for the server's answers; tests over real HTTP hold it to them.
      if (isFine && body !== null) resolve(body as T);
      else reject(problemOf(body) satisfies ApiError);
    };
    request.send(file);
  });
}

function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
