/** What generated code is made of beside the expressions themselves: constants and functions, each declared once for its text. */
export interface Code {
  constant(js: string): string;
  function(js: string): string;
  /** The constant that holds the code of a name: codes are given when the rules are loaded, so that kept rules hold none. */
  nameCode(uri: string, local: string): string;
  readonly declarations: string;
}

export function createCode(): Code {
  const constants = new Map<string, string>();
  const functions = new Map<string, string>();
  const codes = new Map<string, string>();
  return {
    constant: (js) => named(constants, js, 'k'),
    function: (js) => named(functions, js, 'f'),
    nameCode: (uri, local) => {
      const key = `${local} ${uri}`;
      let name = codes.get(key);
      if (name === undefined) {
        name = named(constants, `R.nameCode(${literal(uri)},${literal(local)})`, 'k');
        codes.set(key, name);
      }
      return name;
    },
    get declarations() {
      const made = [...constants].map(([js, name]) => `const ${name}=${js};`);
      return [...made, ...[...functions].map(([js, name]) => `function ${name}${js}`)].join('\n');
    },
  };
}

function named(names: Map<string, string>, js: string, letter: string): string {
  const known = names.get(js);
  if (known !== undefined) return known;
  const name = `${letter}${names.size}`;
  names.set(js, name);
  return name;
}

/** A literal of JavaScript, whatever the text: it ends no literal, no line and no script. */
export function literal(text: string): string {
  const quoted = JSON.stringify(text);
  if (!UNSAFE.test(quoted)) return quoted;
  return quoted.replace(ALL_UNSAFE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What ends a line or a script somewhere, and what an encoding may change. */
const UNSAFE = /[<\u007f-\uffff]/;
const ALL_UNSAFE = new RegExp(UNSAFE, 'g');
