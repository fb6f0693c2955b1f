import { fromHere } from './fromHere.ts';

/** Puts a file where the platform said, telling the share sent. Rejects with what the place answered. */
export function upload(
  file: File,
  contentType: string,
  url: string,
  onprogress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', fromHere(url));
    request.setRequestHeader('content-type', contentType);
    request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new UploadRefused(request.responseText));
    request.onerror = () => reject(new UploadRefused(''));
    request.onabort = () => reject(new UploadRefused(''));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** Says why a file could not be put in its place. */
export class UploadRefused extends Error {
  /** Stable code, as the place named it. */
  readonly code: string;

  constructor(answer: string) {
    const { code, message } = parse(answer);
    super(message);
    this.code = code;
  }
}

function parse(answer: string): { code: string; message: string } {
  const usual = { code: 'UPLOAD_FAILED', message: 'The file did not arrive.' };
  try {
    const { code, message } = JSON.parse(answer) as { code?: unknown; message?: unknown };
    return {
      code: typeof code === 'string' ? code : usual.code,
      message: typeof message === 'string' ? message : usual.message,
    };
  } catch {
    return usual;
  }
}
