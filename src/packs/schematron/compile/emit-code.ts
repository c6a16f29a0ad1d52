/** What generated code is made of beside the expressions themselves: constants and functions, each declared once for its text. */
export interface Code {
  constant(js: string): string;
  function(js: string): string;
  readonly declarations: string;
}

export function createCode(): Code {
  const constants = new Map<string, string>();
  const functions = new Map<string, string>();
  return {
    constant: (js) => named(constants, js, 'k'),
    function: (js) => named(functions, js, 'f'),
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
  return JSON.stringify(text).replace(
    /[<\u007f-\u009f\u0100-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
