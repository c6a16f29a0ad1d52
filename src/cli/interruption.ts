/** Hears the first interruption (Ctrl-C), so that the work stops where it can and the report says that it is partial. */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #onInterrupt = (): void => this.#controller.abort();

  constructor() {
    process.once('SIGINT', this.#onInterrupt);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Leaves further interruptions to the system. */
  end(): void {
    process.removeListener('SIGINT', this.#onInterrupt);
  }
}
