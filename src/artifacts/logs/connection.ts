import { type Credential, decodeCredential, ofLogin } from './credentials.js';
import type { AuthenticationResponse, Connection, StartTls, Turn } from './dialogue.js';
import { type SaidLine, turnOf } from './dialogue-lines.js';

/** Stands in the text of a turn for a secret: it is in the credentials. */
export const HIDDEN_SECRET = '[jeton]';

/** A sentence that a client writes instead of what it said. */
const SUPPRESSED = /logging suppressed|\bsuppressed for this command\b|^<?(?:redacted|hidden)>?$/i;

type Place = Pick<SaidLine, 'line' | 'column'>;

/** A connection being read: turns, the first STARTTLS, and the authentication under way. */
export class OpenConnection<T extends Turn> implements Connection<T> {
  readonly turns: T[] = [];
  readonly credentials: Credential[] = [];
  startTls: StartTls | undefined;
  #exchange: { mechanism: string; responses: string[]; place: Place } | undefined;

  /** True while the client answers challenges. */
  get authenticating(): boolean {
    return this.#exchange !== undefined;
  }

  get awaitsTls(): boolean {
    return this.startTls !== undefined && this.startTls.answer === undefined;
  }

  /** To be called before the turn of the command is added. */
  askTls(): void {
    this.startTls ??= { command: this.turns.length, answer: undefined, accepted: false };
  }

  /** To be called before the turn of the answer is added. */
  answerTls(accepted: boolean): void {
    if (this.startTls) this.startTls = { ...this.startTls, answer: this.turns.length, accepted };
  }

  /** @param initial the response given with the command */
  startAuthentication(mechanism: string, initial: string | undefined, { line, column }: Place): void {
    this.endAuthentication(undefined);
    const responses = initial === undefined ? [] : [initial];
    this.#exchange = { mechanism: mechanism.toUpperCase(), responses, place: { line, column } };
  }

  respond(text: string, { line, column }: Place): void {
    if (!this.#exchange) return;
    if (this.#exchange.responses.length === 0) this.#exchange.place = { line, column };
    // A mechanism tells its error as a challenge, which is answered by an empty line or a star.
    if (text !== '' && text !== '*') this.#exchange.responses.push(text);
  }

  /**
   * The turn of a line that answers a challenge, or that the client's log hides, without its secret; undefined for another line.
   * @param challenged true when the server has just asked
   */
  secretTurn(line: SaidLine, challenged: boolean): AuthenticationResponse | undefined {
    if (challenged) this.respond(line.text, line);
    else if (SUPPRESSED.test(line.text)) this.startAuthentication('', undefined, line);
    else return undefined;
    return { ...turnOf(line, 'client'), kind: 'authentication', text: HIDDEN_SECRET };
  }

  /** @param accepted what the server answered, when it did */
  endAuthentication(accepted: boolean | undefined): void {
    if (!this.#exchange) return;
    const { mechanism, responses, place } = this.#exchange;
    this.credentials.push({ mechanism, ...decodeCredential(mechanism, responses), accepted, ...place });
    this.#exchange = undefined;
  }

  /** The LOGIN command of IMAP, which is no SASL exchange. */
  login(user: string, password: string, accepted: boolean | undefined, { line, column }: Place): void {
    this.credentials.push({ mechanism: 'LOGIN', ...ofLogin(user, password), accepted, line, column });
  }
}
