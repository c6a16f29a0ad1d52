/** Colours of the page, each as `#rrggbb`. */
export interface Palette {
  readonly background: string;
  /** Behind tables, filters and extracts. */
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  /** Rules that only part things. */
  readonly line: string;
  /** Borders of fields and buttons, which tell where they are. */
  readonly control: string;
  readonly link: string;
  readonly alarm: string;
  /** By verdict and by severity. */
  readonly bad: string;
  readonly doubtful: string;
  readonly review: string;
  readonly good: string;
  readonly failed: string;
  /** The line of an extract that a finding is on, and the place in it. */
  readonly lit: string;
  readonly struck: string;
}

export const LIGHT: Palette = {
  background: '#ffffff',
  surface: '#f5f6f8',
  text: '#1b1f24',
  muted: '#525b66',
  line: '#d8dde3',
  control: '#77808b',
  link: '#0b53a0',
  alarm: '#fdecee',
  bad: '#a3132c',
  doubtful: '#774800',
  review: '#0a5580',
  good: '#13603a',
  failed: '#6b2fa0',
  lit: '#fff4cc',
  struck: '#ffd75e',
};

export const DARK: Palette = {
  background: '#15181b',
  surface: '#1e2327',
  text: '#e7eaed',
  muted: '#acb5bf',
  line: '#394148',
  control: '#808b96',
  link: '#90c5ff',
  alarm: '#3d1a20',
  bad: '#ff9ea6',
  doubtful: '#f2c063',
  review: '#84ccf5',
  good: '#7fd6a2',
  failed: '#d2b0ff',
  lit: '#39320f',
  struck: '#665200',
};

/** On paper: ink costs, and greys fade. */
export const PAPER: Palette = {
  background: '#ffffff',
  surface: '#ffffff',
  text: '#000000',
  muted: '#000000',
  line: '#808080',
  control: '#000000',
  link: '#000000',
  alarm: '#ffffff',
  bad: '#000000',
  doubtful: '#000000',
  review: '#000000',
  good: '#000000',
  failed: '#000000',
  lit: '#eeeeee',
  struck: '#dddddd',
};
