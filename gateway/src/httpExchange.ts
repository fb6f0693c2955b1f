import type { Dispatcher } from 'undici';
import { subgraphFailure } from './subgraphErrors.ts';

const maxAnswerBytes = 32 * 2 ** 20;

/** One request to a subgraph and its answer; settles exactly once. */
export class HttpExchange implements Dispatcher.DispatchHandler {
  #service: string;
  #resolve: (text: string) => void;
  #reject: (error: Error) => void;
  #release: () => void;
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #done = false;

  constructor(
    service: string,
    resolve: (text: string) => void,
    reject: (error: Error) => void,
    release: () => void,
  ) {
    this.#service = service;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#release = release;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#done) controller.abort(new Error('too late')); // failed while it was queued
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes > maxAnswerBytes) this.fail('SUBGRAPH_ANSWER_TOO_LARGE', 'answered too much');
  }

  onResponseEnd(): void {
    if (this.#status !== 200) return this.fail('SUBGRAPH_HTTP_ERROR', `answered ${this.#status}`);
    const whole = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    const text = whole.toString();
    if (this.#finish()) this.#resolve(text);
  }

  onResponseError(): void {
    this.fail('SUBGRAPH_UNAVAILABLE', 'did not answer');
  }

  fail(code: string, what: string): void {
    if (!this.#finish()) return;
    this.#reject(subgraphFailure(this.#service, code, what));
    this.#controller?.abort(new Error(what));
  }

  #finish(): boolean {
    if (this.#done) return false;
    this.#done = true;
    this.#release();
    return true;
  }
}
