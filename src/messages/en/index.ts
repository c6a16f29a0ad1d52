import type { Catalogue } from '../catalogue-shape.js';
import { cda } from './checks/cda.js';
import { dmp } from './checks/dmp.js';
import { ins } from './checks/ins.js';
import { mss } from './checks/mss.js';
import { psc } from './checks/psc.js';
import { read } from './read.js';
import { readWords } from './read-words.js';
import { caveats, expression, legs, needs, partialReasons, reasons } from './reasons.js';
import { report } from './report.js';
import { kindSigns, nearestKind, unrecognised } from './unrecognised.js';

export const english: Catalogue = {
  language: 'en',
  checks: { ...cda, ...ins, ...dmp, ...mss, ...psc },
  read,
  readWords,
  unrecognised,
  nearestKind,
  kindSigns,
  reasons,
  needs,
  legs,
  caveats,
  partialReasons,
  expression,
  report,
};
