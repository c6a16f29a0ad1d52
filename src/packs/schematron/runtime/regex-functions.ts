import { type Item, raise } from './items.js';

export function matches(_text: string, _pattern: string, _flags = ''): boolean {
  return raise('FORX0002', 'not yet');
}

export function replace(_text: string, _pattern: string, _replacement: string, _flags = ''): string {
  return raise('FORX0002', 'not yet');
}

export function tokenize(_text: string, _pattern: string, _flags = ''): Item[] {
  return raise('FORX0002', 'not yet');
}
